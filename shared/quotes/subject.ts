import { isAdverb, isWord, type Clause } from './clause';
import { isPersonName, phraseFrom, phraseUntil, type Phrase } from './phrases';
import type { Token } from './tokens';

/** The first noun phrase of the sentence that token `at` lies in: a guess at its subject. */
export const sentenceSubject = (tokens: readonly Token[], at: number): Phrase | null => {
  const sentence = (tokens[at] ?? tokens[at - 1])?.sentence;
  let i = at;
  while (i > 0 && tokens[i - 1]?.sentence === sentence) i -= 1;
  for (; i < at; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'quote' || token.kind === 'mark') continue;
    if (
      isWord(
        token,
        'in',
        'on',
        'at',
        'after',
        'before',
        'during',
        'with',
        'by',
        'for',
        'from',
        'since',
        'speaking',
        'asked',
        'when',
        'while',
        'as',
        'if',
      )
    ) {
      let comma = i;
      while (comma < at && tokens[comma]?.text !== ',' && tokens[comma]?.kind !== 'quote') comma += 1;
      if (comma < at && tokens[comma]?.text === ',') i = comma;
      continue;
    }
    const phrase = phraseFrom(tokens, i);
    if (phrase !== null && phrase.to < at) return phrase;
  }
  return null;
};

/** The subject of the verb at `v`, read leftwards over adverbs, appositions and "who". */
export const subjectOf = (
  tokens: readonly Token[],
  v: number,
): { phrase: Phrase; apposition: Clause['apposition'] } | null => {
  const sentence = tokens[v]?.sentence;
  let i = v - 1;
  while (tokens[i]?.sentence === sentence && isAdverb(tokens[i])) i -= 1;
  const token = tokens[i];
  if (token === undefined || token.sentence !== sentence) return null;
  if (isWord(token, 'who')) {
    const back = tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
    const phrase = back >= 0 ? phraseUntil(tokens, back) : null;
    return phrase && { phrase, apposition: null };
  }
  if (token.text === ')') {
    let open = i;
    while (open > 0 && open > i - 12 && tokens[open]?.text !== '(') open -= 1;
    const phrase = tokens[open]?.text === '(' ? phraseUntil(tokens, open - 1) : null;
    return phrase && { phrase, apposition: null };
  }
  if (token.text === ',') {
    // "the chair, Nia Prosser, said": a name alone between the commas, a role before them.
    const named = phraseUntil(tokens, i - 1);
    if (
      named !== null &&
      tokens[named.from - 1]?.text === ',' &&
      isPersonName(tokens.slice(named.from, i).map((each) => each.text))
    ) {
      const to = named.from - 2;
      let from = to;
      while (from > 0 && tokens[from - 1]?.sentence === sentence && tokens[from - 1]?.kind === 'word') from -= 1;
      while (from < to && isWord(tokens[from], 'as', 'but', 'and', 'while')) from += 1;
      return { phrase: named, apposition: { from, to } };
    }
    // "Jane Roe, chair of Y, said": the nearest comma to the left with a name before it.
    for (let comma = i - 1; comma > 0 && comma > i - 24 && tokens[comma]?.sentence === sentence; comma -= 1) {
      if (tokens[comma]?.kind === 'quote') break;
      if (tokens[comma]?.text !== ',') continue;
      const phrase = phraseUntil(tokens, comma - 1);
      const apposition = { from: comma + 1, to: i - 1 };
      if (phrase?.kind === 'named' && phrase.to >= phrase.from && apposition.to >= apposition.from) {
        const earlier = tokens[phrase.from - 1];
        if (earlier?.text === ',' && tokens[phrase.from]?.kind === 'number') continue;
        return { phrase, apposition };
      }
      if (tokens[comma - 1]?.kind === 'number') continue;
    }
    return null;
  }
  const phrase = phraseUntil(tokens, i);
  return phrase && { phrase, apposition: null };
};
