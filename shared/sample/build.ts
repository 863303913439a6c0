import { invariant } from '../assert';
import type { Person } from '../people/model';
import { roleOn } from '../people/role';
import { quoteDigest } from '../quotes/approval';
import { wordsOf } from '../quotes/words';
import { emptyRelease } from '../release/empty';
import type { Approval, Block, Instant, QuoteId, Range, Release, ReleaseId, Run, StoredQuote } from '../release/model';
import { CELL_END } from '../release/tables';
import { blockText } from '../release/text';

/** The person who is shown as working in the sample newsroom. */
export const SAMPLE_WRITER = 'Tesni Vaughan';

/** A step in the making of a sample release, at its instant. `release` carries the whole text from that step on. */
export type SampleStep = { readonly at: Instant } & (
  | { readonly do: 'add'; readonly kind: 'created' | 'imported'; readonly release: Release }
  | { readonly do: 'save'; readonly release: Release }
  | { readonly do: 'draft'; readonly name: string }
  | { readonly do: 'state'; readonly to: 'working' | 'in review' | 'agreed' }
  | { readonly do: 'publish' }
  | { readonly do: 'change'; readonly kind: 'corrected' | 'minor'; readonly note: string }
  | { readonly do: 'publish-change' }
  | { readonly do: 'withdraw'; readonly reason: string }
  | { readonly do: 'replace'; readonly with: ReleaseId; readonly reason: string }
  | { readonly do: 'remove'; readonly reason: string }
);
export type SampleStory = { readonly id: ReleaseId; readonly steps: readonly SampleStep[] };

export const text = (words: string, look: Omit<Run, 'text'> = {}): Run => ({ text: words, ...look });

type Piece = string | Run;
const runs = (pieces: readonly Piece[]): readonly Run[] =>
  pieces.map((piece) => (typeof piece === 'string' ? text(piece) : piece));
export const p = (...pieces: readonly Piece[]): Block => ({ type: 'paragraph', runs: runs(pieces) });
export const h = (level: 2 | 3 | 4, words: string): Block => ({ type: 'heading', level, runs: runs([words]) });
export const bullet = (...pieces: readonly Piece[]): Block => ({
  type: 'list-item',
  list: 'bulleted',
  depth: 0,
  runs: runs(pieces),
});
export const step = (...pieces: readonly Piece[]): Block => ({
  type: 'list-item',
  list: 'numbered',
  depth: 0,
  runs: runs(pieces),
});
export const blockQuote = (...pieces: readonly Piece[]): Block => ({ type: 'block-quote', runs: runs(pieces) });

export const tableCaption = (words: string): Block => ({ type: 'table-caption', runs: runs([words]) });
/** A row of a table, a cell a string; the first cell heads it. */
export const row = (...cells: readonly string[]): Block => ({
  type: 'table-row',
  rowHeader: true,
  runs: runs([cells.join(CELL_END)]),
});
/** The row that heads the columns. */
export const headRow = (...cells: readonly string[]): Block => ({
  type: 'table-row',
  header: true,
  rowHeader: true,
  runs: runs([cells.join(CELL_END)]),
});

export const sampleId = (name: string): ReleaseId => `r-wyrdale${name}` as ReleaseId;

/** A release of the sample office: everything that is not given is empty. */
export const sampleRelease = (name: string, given: Partial<Release>): Release => ({
  ...emptyRelease(sampleId(name)),
  ...given,
});

/** Made, sent for review, agreed and published, at the four instants given; then what was done since. */
export const published = (
  name: string,
  release: Release,
  at: readonly [Instant, Instant, Instant, Instant],
  after: readonly SampleStep[] = [],
): SampleStory => ({
  id: sampleId(name),
  steps: [
    { do: 'add', kind: 'created', at: at[0], release },
    { do: 'state', at: at[1], to: 'in review' },
    { do: 'state', at: at[2], to: 'agreed' },
    { do: 'publish', at: at[3] },
    ...after,
  ],
});

/**
 * The `nth` stretch in double curly marks of a block: from the opening mark to the closing one, or to the block's end. A
 * block quote without marks is one as a whole.
 */
const inMarks = (body: readonly Block[], block: number, nth: number): Range => {
  const words = blockText(body[block] ?? p());
  if (body[block]?.type === 'block-quote' && !words.includes('“')) return { block, start: 0, end: words.length };
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = words.indexOf('“', start + 1);
  invariant(start >= 0, `the sample has no quote ${nth} in block ${block}`);
  const close = words.indexOf('”', start);
  return { block, start, end: close < 0 ? words.length : close + 1 };
};

type Settled = {
  readonly id: string;
  readonly body: readonly Block[];
  /** Where the quote stands: `[block, nth quote in it]`, one for each paragraph or part. */
  readonly at: readonly (readonly [block: number, nth: number])[];
  readonly by: Person;
  readonly date: string;
  readonly settledAt: Instant;
  /** The approval on record, or null. `words` where other words were approved than stand there now. */
  readonly approval: (Pick<Approval, 'approvedBy' | 'how' | 'at'> & { readonly words?: string }) | null;
};

/** A quote with its speaker set by hand and, if given, its approval. */
export const settled = ({ id, body, at, by, date, settledAt, approval }: Settled): StoredQuote => {
  const ranges = at.map(([block, nth]) => inMarks(body, block, nth));
  const role = roleOn(by, date);
  const words = approval?.words ?? wordsOf(body, ranges);
  return {
    id: `q-wyrdale${id}` as QuoteId,
    ranges,
    speaker: { person: by.id, name: by.name, role, setBy: SAMPLE_WRITER, at: settledAt },
    approvals:
      approval === null
        ? []
        : [
            {
              digest: quoteDigest(words, by.name, role),
              words,
              speaker: by.name,
              role,
              approvedBy: approval.approvedBy,
              how: approval.how,
              at: approval.at,
              recordedBy: SAMPLE_WRITER,
            },
          ],
  };
};
