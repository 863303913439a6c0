import { firstWords } from '../quotes/excerpt';
import { overrideOf, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import { placedTexts } from './places';
import type { PublicRelease } from './select';

const CODE: CheckCode = 'embargo-line';

/**
 * How such a line begins: it calls the release embargoed and says until when or nothing more, or says that it is not for
 * publication before that.
 */
const LINES: readonly RegExp[] = [
  /^(?:strictly |under |dan )*embargo(?:ed)?(?:\P{L}*$| (?:until|till|tan)(?!\p{L})| for (?:publication|release|use)(?!\p{L})|\s*[:–—-]\s.*(?:\d|\b(?:not|noon|midnight)\b))/iu,
  /^(?:strictly )?not for (?:publication|release|broadcast|use)(?: or \p{L}+)? (?:before|until|till)(?!\p{L})/iu,
];

const isEmbargoLine = (text: string): boolean => {
  const line = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return LINES.some((each) => each.test(line));
};

/**
 * Lines in a public release that say that it is under embargo. Pasted with a text, such a line holds nothing back: the
 * embargo that does is a field, and no page has its line. One that is part of the story may be let pass.
 */
export const checkEmbargoLines = ({ release, current }: PublicRelease): Finding[] =>
  placedTexts(release).flatMap(({ text, where, at }) => {
    if (!isEmbargoLine(text)) return [];
    const digest = quoteWordsDigest(text);
    return [
      {
        code: CODE,
        release: release.id,
        headline: release.headline,
        message: `“${firstWords(text)}” ${where} holds nothing back: set the embargo in its own field, and take the line out.`,
        quote: null,
        at,
        words: { digest, all: text, first: firstWords(text) },
        override: overrideOf(current.overrides, CODE, digest),
      },
    ];
  });
