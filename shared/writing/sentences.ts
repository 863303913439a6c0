import { type Stretch, tokenise } from '../quotes/tokens';

/** A sentence of a text: UTF-16 offsets, `end` exclusive, and its words, those within the stretches given left out. */
export type Sentence = { readonly start: number; readonly end: number; readonly words: readonly string[] };

/** The sentences of a block in order. In: its text, and stretches (quotations) of which the words are not counted. */
export const sentencesOf = (text: string, stretches: readonly Stretch[] = []): readonly Sentence[] => {
  const sentences = new Map<number, { start: number; end: number; words: string[] }>();
  for (const { sentence, start, end, kind, text: word } of tokenise(text, stretches)) {
    const own = sentences.get(sentence) ?? { start, end, words: [] };
    sentences.set(sentence, own);
    own.end = end;
    if (kind === 'word' || kind === 'number') own.words.push(word);
  }
  return [...sentences.values()];
};
