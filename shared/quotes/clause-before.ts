import { appositionAt, isVerb, isWord, type Clause } from './clause';
import { phraseFrom } from './phrases';
import { sentenceSubject, subjectOf } from './subject';
import type { Token } from './tokens';
import { PLAIN } from './verbs';

const GIVING = new Set(
  'issued released published gave made delivered sent offered put posted shared issue issues'.split(' '),
);
const SAYING = new Set(
  'reply response message statement words comment comments answer verdict advice warning reaction'.split(' '),
);

/** "has issued the following statement:" – a verb of giving with a noun of saying before `q`. */
const isGiving = (tokens: readonly Token[], i: number, q: number): boolean =>
  GIVING.has(tokens[i]?.lower ?? '') && tokens.slice(i + 1, q).some((token) => SAYING.has(token.lower));

/** The nearest clause before the token at `q` in its sentence: "Jane Roe said: “" · "According to the board, “" · "Jane Roe: “". */
export const clauseBefore = (tokens: readonly Token[], q: number): Clause | null => {
  const sentence = (tokens[q] ?? tokens[q - 1])?.sentence;
  for (let v = q - 1; v >= 0 && tokens[v]?.sentence === sentence; v -= 1) {
    const token = tokens[v];
    if (isWord(token, 'according') && isWord(tokens[v + 1], 'to')) {
      const phrase = phraseFrom(tokens, v + 2);
      if (phrase !== null && phrase.to < q)
        return {
          phrase,
          cueFrom: v,
          cueTo: v + 1,
          last: phrase.to,
          apposition: appositionAt(tokens, phrase.to + 1, sentence ?? 0),
          grip: 'beside',
          plain: true,
        };
    }
    const giving = isGiving(tokens, v, q);
    if (token === undefined || !(giving || isVerb(tokens, v))) continue;
    const plain = giving || PLAIN.has(token.lower);
    const gap = tokens.slice(v + 1, q);
    const grip = gap.every((each) => each.kind === 'mark' || (gap.length <= 7 && each.kind !== 'quote'))
      ? 'beside'
      : 'sentence';
    const subject = subjectOf(tokens, v);
    if (subject !== null)
      return { phrase: subject.phrase, cueFrom: v, cueTo: v, last: q - 1, apposition: subject.apposition, grip, plain };
    const opens = v === 0 || tokens[v - 1]?.sentence !== sentence;
    const inverted = opens || tokens[v - 1]?.text === ',' ? phraseFrom(tokens, v + 1) : null;
    if (opens && inverted !== null && inverted.to < q && inverted.kind === 'named')
      return { phrase: inverted, cueFrom: v, cueTo: v, last: inverted.to, apposition: null, grip: 'beside', plain };
    const guess = sentenceSubject(tokens, v);
    if (guess !== null && guess.to < v)
      return { phrase: guess, cueFrom: v, cueTo: v, last: q - 1, apposition: null, grip: 'sentence', plain };
  }
  return null;
};

/** "Jane Roe:" · "Jane Roe’s reply:" or "From Jane Roe, chair of Y:" straight before the token at `q`, with no verb. */
export const labelBefore = (tokens: readonly Token[], q: number): Clause | null => {
  const colon = q - 1;
  if (tokens[colon]?.text !== ':') return null;
  const sentence = tokens[colon].sentence;
  let from = colon;
  while (from > 0 && tokens[from - 1]?.sentence === sentence && !/^[–—-]$/u.test(tokens[from - 1]?.text ?? ''))
    from -= 1;
  if (isWord(tokens[from], 'from', 'by')) from += 1;
  const said = SAYING.has(tokens[colon - 1]?.lower ?? '')
    ? tokens.findIndex((token, i) => i >= from && i < colon && token.possessive)
    : -1;
  if (said >= 0) {
    const owner = phraseFrom(tokens, from);
    if (owner !== null && owner.from <= said)
      return {
        phrase: { ...owner, to: said },
        cueFrom: colon - 1,
        cueTo: colon - 1,
        last: colon - 1,
        apposition: null,
        grip: 'beside',
        plain: true,
      };
  }
  const phrase = phraseFrom(tokens, from);
  if (phrase === null) return null;
  const apposition = appositionAt(tokens, phrase.to + 1, sentence);
  const last = apposition?.to ?? phrase.to;
  if (last !== colon - 1 || phrase.kind === 'nominal') return null;
  return { phrase, cueFrom: colon, cueTo: colon, last, apposition, grip: 'beside', plain: true };
};
