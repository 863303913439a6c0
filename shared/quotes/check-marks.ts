import type { QuoteFinding, QuoteFindingCode } from './check-model';
import type { Quote, QuoteBlock } from './model';

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '«': '»',
  '‹': '›',
  '„': '“',
};

/** A mark that closes what the quote opens with, where it never closes. */
const unclosed = (quotes: readonly Quote[], blocks: readonly QuoteBlock[]): readonly QuoteFinding[] =>
  quotes.flatMap(({ ranges, missingClose }) => {
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!missingClose || first === undefined || last === undefined) return [];
    const text = CLOSING[blocks[first.block]?.text.charAt(first.start) ?? ''] ?? '”';
    // The sign before goes with it, so that the mark stands in the same run of text.
    const before = blocks[last.block]?.text.charAt(last.end - 1) ?? '';
    const edit = { block: last.block, start: last.end - 1, end: last.end, text: before + text };
    const message = 'This quote has no closing mark; it is taken to end with its paragraph.';
    return [{ code: 'mark-unclosed', message, place: last, fix: { says: `Close it here with ${text}`, edit } }];
  });

type Slip = {
  readonly code: QuoteFindingCode;
  readonly pattern: RegExp;
  readonly says: string;
  readonly repair: (met: string) => string;
};

/** Slips that show in a paragraph by themselves. Each pattern meets just what is put right. */
const SLIPS: readonly Slip[] = [
  {
    code: 'mark-doubled',
    pattern: /“{2,}|”{2,}|"{2,}|«{2,}|»{2,}|‘{2,}/gu,
    says: 'The same mark stands twice',
    repair: (met) => met.charAt(0),
  },
  {
    code: 'mark-wrong-way',
    pattern: /(?<=^|[\s([])”(?=[\p{L}\p{N}])/gu,
    says: 'A closing mark opens',
    repair: () => '“',
  },
  {
    code: 'mark-wrong-way',
    pattern: /(?<=[\p{L}\p{N}.,!?…])“(?=$|[\s.,;:)\]])/gu,
    says: 'An opening mark closes',
    repair: () => '”',
  },
];

/** German quotes „so“: there the mark that opens elsewhere closes. */
const isLow = (text: string): boolean => text.includes('„');

const slips = (blocks: readonly QuoteBlock[]): readonly QuoteFinding[] =>
  blocks.flatMap(({ text, kind }, block) =>
    kind === 'heading' || isLow(text)
      ? []
      : SLIPS.flatMap(({ code, pattern, says, repair }) =>
          [...text.matchAll(pattern)].map(({ 0: met, index: start }) => {
            const place = { block, start, end: start + met.length };
            const put = repair(met);
            return {
              code,
              message: `${says}: ${met}`,
              place,
              fix: { says: `Write ${put}`, edit: { ...place, text: put } },
            };
          }),
        ),
  );

const count = (blocks: readonly QuoteBlock[], pattern: RegExp): number =>
  blocks.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);

/** Straight double marks where most are curly. Single ones are left: feet, minutes and clipped words look alike. */
const straight = (blocks: readonly QuoteBlock[]): readonly QuoteFinding[] => {
  const [curly, plain] = [count(blocks, /[“”]/gu), count(blocks, /"/gu)];
  if (plain === 0 || curly <= plain) return [];
  return blocks.flatMap(({ text }, block) =>
    [...text.matchAll(/"/gu)].flatMap(({ index: start }) => {
      const opens = /(?:^|[\s([—–])$/u.test(text.slice(0, start));
      const closes = /^(?:$|[\s.,;:!?)\]—–])/u.test(text.slice(start + 1));
      // Inches: 12" of rain.
      if (opens === closes || /\d$/u.test(text.slice(0, start))) return [];
      const put = opens ? '“' : '”';
      const place = { block, start, end: start + 1 };
      const message = 'A straight mark among curly ones.';
      return [
        {
          code: 'mark-straight' as const,
          message,
          place,
          fix: { says: `Write ${put}`, edit: { ...place, text: put } },
        },
      ];
    }),
  );
};

/** Errors in quote marks, each with what puts it right. In: the quotes as resolved, and the blocks they stand in. */
export const checkMarks = (quotes: readonly Quote[], blocks: readonly QuoteBlock[]): readonly QuoteFinding[] => [
  ...unclosed(quotes, blocks),
  ...slips(blocks),
  ...straight(blocks),
];
