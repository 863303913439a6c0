import { direction } from '../release/language';
import type { LanguageTag, Run } from '../release/model';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as HTML or XML, in an element or in a quoted attribute. Left out is what XML 1.0 (2.2) forbids, half surrogate
 * pairs among it, and the control characters U+007F to U+009F, which HTML reads as errors.
 */
export const escape = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** The `lang` attribute, and `dir` where the language runs from right to left (by its primary subtag). */
export const languageAttributes = (language: LanguageTag): string =>
  ` lang="${escape(language)}" dir="${direction(language)}"`;

/** The same, for a part of a page in another language; empty where the language is that of what is around it. */
export const partLanguage = (language: LanguageTag, around: LanguageTag): string =>
  language === around ? '' : languageAttributes(language);

/** Where a link may lead: nothing that runs. Releases are held to it when they are read; this is the last gate. */
const isSafe = (link: string): boolean => /^(?:https?:\/\/|mailto:|tel:)/i.test(link);

/** Runs as phrasing content. */
export const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      let html = escape(run.text).replaceAll('\n', '<br>');
      if (run.italic) html = `<em>${html}</em>`;
      if (run.bold) html = `<strong>${html}</strong>`;
      if (run.language !== undefined) html = `<span${languageAttributes(run.language)}>${html}</span>`;
      return run.link === undefined || !isSafe(run.link) ? html : `<a href="${escape(run.link)}">${html}</a>`;
    })
    .join('');
