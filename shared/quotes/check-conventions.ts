import type { QuoteFinding, QuoteFindingCode } from './check-model';
import type { Quote, QuoteBlock } from './model';

type Convention = {
  readonly code: QuoteFindingCode;
  readonly pattern: RegExp;
  readonly message: string;
  readonly repair: ((met: string) => string) | null;
};

/**
 * How a quote shows what is not the speaker's: [sic] behind a slip that is theirs, … where they trailed off or words
 * are left out, square brackets round words put in by the writer. Source of the rules: the common ground of the style
 * books of the British press.
 */
const CONVENTIONS: readonly Convention[] = [
  {
    code: 'sic',
    pattern: /\(\s*sic\s*\)|\[\s*(?:Sic|SIC|sic\.)\s*\]/giu,
    message: 'A slip that is the speaker’s own is followed by [sic], in square brackets.',
    repair: () => '[sic]',
  },
  {
    code: 'ellipsis',
    pattern: /\.{4,}|(?<!\.)\.{3}(?!\.)|\. \. \.|…{2,}/gu,
    message: 'What is left out, or trails off, is shown by one …',
    repair: () => '…',
  },
  {
    code: 'round-bracket',
    pattern: /\((?!\s*(?:sic|laughs|laughter|applause)\b)[^()]{1,60}\)/giu,
    message: 'Words put into a quote stand in square brackets. Did the speaker say these?',
    repair: (met) => `[${met.slice(1, -1)}]`,
  },
];

const isShown = (met: string): boolean => met === '[sic]';

/** Breaches of the conventions inside quotes. In: the quotes as resolved, and the blocks they stand in. */
export const checkConventions = (quotes: readonly Quote[], blocks: readonly QuoteBlock[]): readonly QuoteFinding[] =>
  quotes.flatMap(({ ranges }) =>
    ranges.flatMap(({ block, start, end }) => {
      const text = blocks[block]?.text.slice(start, end) ?? '';
      return CONVENTIONS.flatMap(({ code, pattern, message, repair }) =>
        [...text.matchAll(pattern)].flatMap(({ 0: met, index }): readonly QuoteFinding[] => {
          if (isShown(met)) return [];
          const place = { block, start: start + index, end: start + index + met.length };
          const put = repair?.(met);
          const fix = put === undefined ? null : { says: `Write ${put}`, edit: { ...place, text: put } };
          return [{ code, message, place, fix }];
        }),
      );
    }),
  );
