import { firstWords } from '../quotes/excerpt';
import { placeKey } from '../release/address';
import { alternativeFault } from '../release/alternative';
import type { Quote, QuoteStatus } from '../quotes/model';
import type { ResolveContext } from '../quotes/resolve';
import { checkEmbargoLines } from './check-embargo-line';
import { checkOutside } from './check-outside';
import { checkPlaceholders } from './check-placeholders';
import { overrideOf, quoteOverrideDigest, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import { type GoneRelease, type PublicRelease, isAsBefore } from './select';
import { allQuotes } from './site';

const QUOTE_CHECKS: Readonly<Partial<Record<QuoteStatus, { readonly code: CheckCode; readonly says: string }>>> = {
  'no speaker': { code: 'quote-no-speaker', says: 'has no speaker that a person accepted' },
  'needs approval': { code: 'quote-needs-approval', says: 'needs approval and has none' },
  'changed since approval': { code: 'quote-changed', says: 'has changed since it was approved' },
};

const quoteFinding = ({ release, current }: PublicRelease, quote: Quote): Finding[] => {
  const check = QUOTE_CHECKS[quote.status];
  if (!check) return [];
  const digest = quoteOverrideDigest(quote);
  const block = quote.ranges[0]?.block ?? 0;
  const first = firstWords(quote.words);
  return [
    {
      code: check.code,
      release: release.id,
      headline: release.headline,
      message: `The quote “${first}” in paragraph ${block + 1} ${check.says}.`,
      quote: { key: quote.key, block },
      words: { digest, all: quote.words, first },
      override: overrideOf(current.overrides, check.code, digest),
    },
  ];
};

const finding = ({ release }: PublicRelease, code: CheckCode, message: string): Finding => ({
  code,
  release: release.id,
  headline: release.headline,
  message,
  quote: null,
  words: null,
  override: null,
});

const IMAGE_FAULTS = {
  missing: 'has no description for those who do not see it, and is not said to be decorative',
  'file-name': 'is described by the name of a file',
} as const;

/** Images that nobody described. What is written once is read by all, so nobody may let one pass. */
const imageFindings = (each: PublicRelease): Finding[] =>
  [
    { blocks: each.release.body, of: '' },
    { blocks: each.release.notes, of: ' of the notes to editors' },
  ].flatMap(({ blocks, of }) =>
    blocks.flatMap((block, index) => {
      const fault = block.type === 'image' ? alternativeFault(block) : null;
      return fault === null
        ? []
        : [
            {
              ...finding(
                each,
                'image-not-described',
                `The image in paragraph ${index + 1}${of} of “${each.release.headline}” ${IMAGE_FAULTS[fault]}.`,
              ),
              at: { part: of === '' ? 'body' : 'notes', block: index },
            },
          ];
    }),
  );

/** A release without a standfirst says nothing in lists, feeds and search. It may be let pass, under this headline. */
const standfirstFinding = (each: PublicRelease): Finding[] => {
  const { release, current } = each;
  if (release.standfirst.trim() !== '') return [];
  const digest = quoteWordsDigest(release.headline);
  return [
    {
      ...finding(each, 'missing-standfirst', `“${release.headline}” has no standfirst.`),
      at: { part: 'standfirst', block: 0 },
      words: { digest, all: release.headline, first: firstWords(release.headline) },
      override: overrideOf(current.overrides, 'missing-standfirst', digest),
    },
  ];
};

/**
 * Releases at one place in the archive, as two computers that were apart may have published them: only one page can stand
 * there. One that is `gone` keeps it: its page says so for ever.
 */
export const checkAddresses = (releases: readonly PublicRelease[], gone: readonly GoneRelease[] = []): Finding[] => {
  const owner = new Map<string, PublicRelease | null>(gone.map(({ address }) => [placeKey(address), null]));
  return releases.flatMap((each) => {
    const first = owner.get(placeKey(each.address));
    if (first === undefined) {
      owner.set(placeKey(each.address), each);
      return [];
    }
    const named = ({ release: { headline, id } }: PublicRelease): string => `“${headline}” (${id})`;
    const other = first === null ? 'a release that is public no more' : named(first);
    const way = `Only one page can stand there: change the address of ${first === null ? 'the public one' : 'one of them'}.`;
    const message = `${named(each)} and ${other} have the same address, ${each.address}. ${way}`;
    return [finding(each, 'same-address', message)];
  });
};

/**
 * What stands against exporting these releases: each quote that is not settled, each field that is missing, each
 * address that two of them have, each frozen text that is another release's.
 */
export const checkReleases = (releases: readonly PublicRelease[], context: ResolveContext): Finding[] => [
  ...checkAddresses(releases),
  ...releases.flatMap((each) => checkRelease(each, allQuotes(each, context), context)),
];

/** What stands against exporting one release, whatever the others are. `quotes` are all of its body's. */
export const checkRelease = (each: PublicRelease, quotes: readonly Quote[], context: ResolveContext): Finding[] => {
  const { release, current } = each;
  const lacks = (isMissing: boolean, code: CheckCode, message: string): Finding[] =>
    isMissing ? [finding(each, code, message)] : [];
  return [
    ...lacks(
      release.id !== current.id,
      'frozen-text-altered',
      `The published text of ${current.id} is that of ${release.id}.`,
    ),
    ...lacks(release.headline.trim() === '', 'missing-headline', 'A published release has no headline.'),
    ...lacks(release.dateline.date === '', 'missing-date', `“${release.headline}” has no date.`),
    ...(isAsBefore(each) ? [] : [...standfirstFinding(each), ...checkPlaceholders(each), ...checkEmbargoLines(each)]),
    ...quotes.flatMap((quote) => quoteFinding(each, quote)),
    ...checkOutside(each, quotes, context),
    ...imageFindings(each),
  ];
};

/** Whether a finding stops the export: nobody has let it pass. */
export const stops = (found: Finding): boolean => found.override === null;
