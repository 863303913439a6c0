import { direction } from '../release/language';
import type { LanguageTag, Run } from '../release/model';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// eslint-disable-next-line no-control-regex -- which signs there are is the point
const PERHAPS_LEFT_OUT = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/;

/**
 * Text without what XML 1.0 (2.2) forbids, and what JSON cannot carry to every reader: control characters but line ends
 * and tabs, half surrogate pairs, and U+007F to U+009F, which HTML reads as errors.
 */
export const plain = (text: string): string =>
  PERHAPS_LEFT_OUT.test(text)
    ? text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    : text;

/** Text as HTML or XML, in an element or in a quoted attribute. */
export const escape = (text: string): string => {
  const own = plain(text);
  return /[&<>"']/.test(own) ? own.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : own;
};

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
