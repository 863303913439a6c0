import type { WordOp } from '../compare/model';
import { diffWords } from '../compare/words';

/** A quote of the archive. `speaker` tells people apart: the same value for the same person, never a bare surname. */
export type SaidQuote = {
  /** Tells the quotes of an index apart: the release and the quote's id. */
  readonly key: string;
  readonly speaker: string;
  readonly words: string;
};

/** A quote that says nearly what is being written. */
export type SaidBefore<T extends SaidQuote> = {
  readonly quote: T;
  /** 0 to 1: how much of the shorter of the two stands in the other. */
  readonly likeness: number;
  /**
   * From what was said to what is written, both without the sentences at either end that the other has not, without
   * their outer marks and with one apostrophe: how they are marked does not count.
   */
  readonly ops: readonly WordOp[];
  /** The figures that differ, as they stand: digits, and numbers written out. */
  readonly figures: { readonly said: readonly string[]; readonly written: readonly string[] };
};

/** Fewer pairs of words than these say nothing of where they are from. */
const FEWEST_PAIRS = 4;
const ALIKE = 0.6;
const MOST = 3;

const NUMBER_WORDS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|twice|double)$/u;
const isFigure = (word: string): boolean =>
  /\d/u.test(word) || word.split('-').every((part) => NUMBER_WORDS.test(part));

const wordsIn = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[£$€]?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,/-](?=[\p{L}\p{N}]))*%?/gu) ?? [];

/** Pairs of neighbouring words, each once; any figure counts as any other. */
const pairsIn = (text: string): ReadonlySet<string> => {
  const words = wordsIn(text).map((word) => word.toLowerCase().replace(/’/gu, "'"));
  const plain = words.map((word) => (isFigure(word) ? '#' : word));
  return new Set(plain.slice(1).map((word, i) => `${plain[i] ?? ''} ${word}`));
};

/** The words without the marks around them and at the head of each paragraph. */
const unmarked = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/^["“„«'‘‹]+/gmu, '')
    .replace(/["”»'’›]+$/gmu, '')
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’');

const SENTENCE_END = /(?<=[.!?…]["”»'’›]*)\s+/u;

/** The words from the first sentence that has half of its pairs in the other, or a few, to the last one; all where none has. */
const sharedPart = (words: string, other: ReadonlySet<string>): string => {
  const sentences = unmarked(words).split(SENTENCE_END);
  const isShared = (sentence: string): boolean => {
    const pairs = [...pairsIn(sentence)];
    const shared = pairs.filter((pair) => other.has(pair)).length;
    return shared > 0 && shared >= Math.min(FEWEST_PAIRS, pairs.length / 2);
  };
  const first = sentences.findIndex(isShared);
  return first < 0 ? sentences.join(' ') : sentences.slice(first, sentences.findLastIndex(isShared) + 1).join(' ');
};

const figuresIn = (ops: readonly WordOp[], op: WordOp['op']): readonly string[] =>
  ops.flatMap((each) => (each.op === op ? wordsIn(each.text).filter((word) => isFigure(word.toLowerCase())) : []));

/** A quote in the index. It is known to the pairs by its number. */
type Entry<T> = { readonly quote: T; readonly pairs: ReadonlySet<string>; readonly number: number };

/** What one person said: the numbers of the entries that hold each pair of words. */
type Voice = Map<string, Set<number>>;

/**
 * Everything the archive's people said, to be asked while a quote is written. A question looks at one speaker's quotes
 * alone, through the pairs of words it shares with them, so that ten thousand quotes answer at once.
 */
export class SaidIndex<T extends SaidQuote> {
  private readonly byKey = new Map<string, Entry<T>>();
  private readonly voices = new Map<string, Voice>();
  private readonly entries: (Entry<T> | undefined)[] = [];
  private readonly free: number[] = [];

  /** Takes a quote in; one of the same key goes. */
  add(quote: T): void {
    this.remove(quote.key);
    const number = this.free.pop() ?? this.entries.length;
    const entry = { quote, pairs: pairsIn(quote.words), number };
    this.byKey.set(quote.key, entry);
    this.entries[number] = entry;
    const voice: Voice = this.voices.get(quote.speaker) ?? new Map<string, Set<number>>();
    this.voices.set(quote.speaker, voice);
    for (const pair of entry.pairs) {
      const holders = voice.get(pair);
      if (holders === undefined) voice.set(pair, new Set([number]));
      else holders.add(number);
    }
  }

  remove(key: string): void {
    const entry = this.byKey.get(key);
    if (entry === undefined) return;
    this.byKey.delete(key);
    this.entries[entry.number] = undefined;
    this.free.push(entry.number);
    const voice = this.voices.get(entry.quote.speaker);
    for (const pair of entry.pairs) {
      const holders = voice?.get(pair);
      holders?.delete(entry.number);
      if (holders?.size === 0) voice?.delete(pair);
    }
    if (voice?.size === 0) this.voices.delete(entry.quote.speaker);
  }

  /**
   * What the speaker said before that is nearly what is written, the likest first, at most three. In: who speaks, the
   * words with or without their marks, and which of the index is not asked for, such as the quote itself. Never the
   * words of anybody else.
   */
  near(speaker: string, words: string, isOwn: (quote: T) => boolean = () => false): readonly SaidBefore<T>[] {
    const voice = this.voices.get(speaker);
    const pairs = pairsIn(words);
    if (voice === undefined || pairs.size < FEWEST_PAIRS) return [];
    const shared = new Uint16Array(this.entries.length);
    for (const pair of pairs) for (const number of voice.get(pair) ?? []) shared[number] = (shared[number] ?? 0) + 1;
    const near: { readonly quote: T; readonly count: number; readonly likeness: number }[] = [];
    shared.forEach((count, number) => {
      const entry = count < FEWEST_PAIRS ? undefined : this.entries[number];
      if (entry === undefined || isOwn(entry.quote)) return;
      const likeness = count / Math.min(entry.pairs.size, pairs.size);
      if (likeness >= ALIKE) near.push({ quote: entry.quote, count, likeness });
    });
    return near
      .sort((a, b) => b.likeness - a.likeness || b.count - a.count || (a.quote.key < b.quote.key ? -1 : 1))
      .slice(0, MOST)
      .map(({ quote, likeness }) => {
        const ops = diffWords(sharedPart(quote.words, pairs), sharedPart(words, pairsIn(quote.words)));
        return {
          quote,
          likeness,
          ops,
          figures: { said: figuresIn(ops, 'removed'), written: figuresIn(ops, 'added') },
        };
      });
  }
}
