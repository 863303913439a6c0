import type { Block, Range, Release, Run } from './model';

/** The plain text of some runs joined. */
export const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The plain text of a block: what every offset of a `Range` counts in, in UTF-16 code units. */
export const blockText = (block: Block): string => runsText(block.runs);

/** The text under one range; empty where the range lies outside the body. */
export const rangeText = (body: readonly Block[], range: Range): string => {
  const block = body[range.block];
  return block ? blockText(block).slice(range.start, range.end) : '';
};

/**
 * Runs in canonical form: empty ones dropped, neighbours of the same look joined. The text is unchanged.
 */
export const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && sameLook(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
};

/** The runs of a stretch of their text, with their looks. Offsets are UTF-16, end exclusive. */
export const runsWithin = (runs: readonly Run[], start: number, end: number): Run[] => {
  let from = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    from += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
};

/** Whether two runs differ in nothing but their text. */
export const sameLook = (a: Run, b: Run): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link && a.language === b.language;

/** The number of words of a text: stretches that hold a letter or a digit, parted by white space. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Counted once: in a text that is being written most blocks are the same values as a moment ago. */
const counted = new WeakMap<Block, number>();

const wordsOfBlock = (block: Block): number => {
  const count = counted.get(block) ?? countWords(blockText(block));
  counted.set(block, count);
  return count;
};

/** The words of a release's body. */
export const bodyWords = (release: Pick<Release, 'body'>): number =>
  release.body.reduce((sum, block) => sum + wordsOfBlock(block), 0);

/** Every text that a block holds for readers: its words, and of an image what it shows and whose it is. None is empty. */
export const blockTexts = (block: Block): readonly string[] =>
  (block.type === 'image' ? [block.alternative, block.credit, blockText(block)] : [blockText(block)]).filter(
    (text) => text !== '',
  );
