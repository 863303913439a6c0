import type { TextPlace } from '../archive/places';
import type { Stretch } from '../quotes/tokens';
import type { Block, LanguageTag, Range, Release } from '../release/model';
import { blockText } from '../release/text';
import { sentencesOf } from './sentences';

/** Something that reads heavily: a sentence for the writer, and where it stands (UTF-16 offsets in the text of the place). */
export type Look = {
  readonly code: 'long-sentence' | 'passive-headline';
  readonly message: string;
  readonly at: TextPlace;
  readonly start: number;
  readonly end: number;
};

/** A sentence of more words is worth a look. Plain-language guides ask for 25; news copy with names and titles in it runs longer. */
const MOST_WORDS = 40;

/** Past participles that do not end in -ed. */
const IRREGULAR =
  'given|made|found|held|told|taken|seen|known|shown|put|set|cut|hit|built|sent|spent|paid|kept|left|lost|won|brought|bought|caught|thought|' +
  'chosen|driven|written|broken|stolen|hidden|beaten|shot|fed|led|met|sold|taught|understood|withdrawn|drawn|thrown|grown|begun|sworn';
const PASSIVE = new RegExp(
  `(?<![\\p{L}])(?:is|are|was|were|be|been|being|gets|got)\\s+(?:\\p{L}+ly\\s+)?(?:(?!need)\\p{L}{2,}ed|${IRREGULAR})(?![\\p{L}-])`,
  'iu',
);
/** Endings that look like a participle and are none: "is indeed", "are hundred". */
const NO_PARTICIPLE = /(?:indeed|hundred|naked|sacred|wicked|rugged|aged|red|bed|led to)$/iu;

/** A long sentence of a block, and how many words it has. */
type Long = { readonly start: number; readonly end: number; readonly words: number };

/** What was found in a block with the quotes that stood in it: in a text that is being written most blocks are the same values. */
const known = new WeakMap<Block, { readonly quoted: string; readonly found: readonly Long[] }>();

const longSentences = (block: Block, index: number, quoted: readonly Range[]): readonly Look[] => {
  if (block.type !== 'paragraph' && block.type !== 'list-item') return [];
  // What somebody said is theirs: its words are not counted.
  const own = quoted.filter((range) => range.block === index);
  const where = own.map(({ start, end }) => `${String(start)}-${String(end)}`).join(' ');
  const last = known.get(block);
  const found = last?.quoted === where ? last.found : foundIn(blockText(block), own);
  known.set(block, { quoted: where, found });
  return found.map(({ start, end, words }) => ({
    code: 'long-sentence',
    message: `A sentence of ${String(words)} words.`,
    at: { part: 'body', block: index },
    start,
    end,
  }));
};

const foundIn = (text: string, quoted: readonly Range[]): readonly Long[] => {
  if (text.length < MOST_WORDS * 3) return [];
  return sentencesOf(
    text,
    quoted.map(({ start, end }, quote): Stretch => ({ start, end, quote })),
  )
    .filter(({ words }) => words.length > MOST_WORDS)
    .map(({ start, end, words }) => ({ start, end, words: words.length }));
};

type Text = Pick<Release, 'headline' | 'body'> & { readonly language: LanguageTag };

/**
 * What in a release reads heavily: sentences of more than 40 words outside quotes, and a headline in the passive. In: the
 * release's texts and the ranges of its quotes, in order and apart. English alone is looked at. Pure, but that a block
 * that was looked at is not looked at again.
 */
export const worthALook = (text: Text, quoted: readonly Range[]): readonly Look[] => {
  const steps = lookInSlices(text, quoted);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** The same, a block a step, for where keys must not wait: a first look through 20,000 words takes a tenth of a second. */
export function* lookInSlices(
  { headline, body, language }: Text,
  quoted: readonly Range[],
): Generator<void, readonly Look[]> {
  if (!/^en(?:-|$)/i.test(language)) return [];
  const looks: Look[] = [...passiveIn(headline)];
  for (const [index, block] of body.entries()) {
    looks.push(...longSentences(block, index, quoted));
    yield;
  }
  return looks;
}

const passiveIn = (headline: string): readonly Look[] => {
  const passive = PASSIVE.exec(headline);
  if (passive === null || NO_PARTICIPLE.test(passive[0])) return [];
  return [
    {
      code: 'passive-headline',
      message: `The headline says what was done, “${passive[0]}”, and may say who does it.`,
      at: { part: 'headline', block: 0 },
      start: passive.index,
      end: passive.index + passive[0].length,
    },
  ];
};
