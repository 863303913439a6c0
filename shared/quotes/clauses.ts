import { isDeterminer, isNameWord, isPersonName, isPronoun, phraseFrom, phraseUntil, type Phrase } from './phrases';
import type { Token } from './tokens';
import { BETWEEN, isReporting, NOUN_TOO, PLAIN, STRONG } from './verbs';

/** A clause of attribution: who, and the tokens of the verb or phrase that says so. */
export type Clause = {
  readonly phrase: Phrase;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** The last token of the clause, the phrase's apposition included. */
  readonly last: number;
  /** The apposition that follows the name, as token indices; null where there is none. */
  readonly apposition: { readonly from: number; readonly to: number } | null;
  /** `beside`: the clause touches the quote. `sentence`: found further off in the sentence. `subject`: a guess. */
  readonly grip: 'beside' | 'sentence' | 'subject';
  readonly plain: boolean;
};

const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token !== undefined && words.includes(token.lower);
const isAdverb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (BETWEEN.has(token.lower) || /ly$/u.test(token.lower)) && !token.capital;

/** Past a bracket that opens at `i`, as in "Jane Roe (Independent) said". */
const pastBracket = (tokens: readonly Token[], i: number): number => {
  if (tokens[i]?.text !== '(') return i;
  for (let k = i + 1; k < i + 12; k += 1) if (tokens[k]?.text === ')') return k + 1;
  return i;
};

const GIVING = new Set(
  'issued released published gave made delivered sent offered put posted shared issue issues'.split(' '),
);
const SAYING = new Set(
  'reply response message statement words comment comments answer verdict advice warning reaction'.split(' '),
);

/** "has issued the following statement:" – a verb of giving with a noun of saying before `q`. */
const isGiving = (tokens: readonly Token[], i: number, q: number): boolean =>
  GIVING.has(tokens[i]?.lower ?? '') && tokens.slice(i + 1, q).some((token) => SAYING.has(token.lower));

/** A reporting verb at `i`, not a noun of the same spelling. */
const isVerb = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (isWord(token, 'put', 'puts') && isWord(tokens[i + 1], 'it')) return true;
  if (
    token?.kind !== 'word' ||
    !isReporting(token.lower) ||
    (token.capital && tokens[i - 1]?.sentence === token.sentence)
  )
    return false;
  if (!NOUN_TOO.has(token.lower)) return true;
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== token.sentence) return false;
  if (isDeterminer(before.lower) || before.possessive) return false;
  if (isWord(before, 'of', 'for', 'in', 'on', 'with', 'by', 'such', 'no', 'any', 'and', 'or')) return false;
  if (before.capital || before.kind !== 'word' || isPronoun(before.lower) || isAdverb(before)) return true;
  // "critics claim" and "the report claims" agree in number; "a blunt message" and "new claims" do not.
  return /s$/u.test(before.lower) !== /s$/u.test(token.lower);
};

/** The apposition between commas that begins at the comma `comma`; ends before the next comma, full stop or quote. */
const appositionAt = (
  tokens: readonly Token[],
  comma: number,
  sentence: number,
): { from: number; to: number } | null => {
  if (tokens[comma]?.text !== ',') return null;
  const from = comma + 1;
  const first = tokens[from];
  const fits =
    first !== undefined &&
    first.sentence === sentence &&
    (first.kind === 'number' ||
      isDeterminer(first.lower) ||
      isNameWord(first) ||
      (first.kind === 'word' && !isReporting(first.lower)));
  if (
    !fits ||
    isWord(
      first,
      'and',
      'but',
      'adding',
      'in',
      'on',
      'at',
      'when',
      'while',
      'as',
      'after',
      'before',
      'during',
      'he',
      'she',
      'they',
      'it',
    )
  )
    return null;
  let to = from;
  for (let i = from; i < tokens.length && i < from + 24; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence || token.kind === 'quote' || /^[.:;–—]$/u.test(token.text))
      break;
    if (token.text === ',') {
      const age = i === from + 1 && tokens[from]?.kind === 'number' && !isReporting(tokens[i + 1]?.lower ?? '');
      if (!age) break;
      continue;
    }
    to = i;
  }
  return { from, to };
};

/** The clause straight after the quote token at `q`: "said Jane Roe, chair of Y," · "Jane Roe, chair of Y, said" · "according to". */
export const clauseAfter = (tokens: readonly Token[], q: number): Clause | null => {
  const quote = tokens[q];
  let i = q + 1;
  while (/^[,–—-]$/u.test(tokens[i]?.text ?? '')) i += 1;
  const first = tokens[i];
  if (quote === undefined || first === undefined || first.sentence !== quote.sentence || first.kind === 'quote')
    return null;
  const { sentence } = quote;
  if (isWord(first, 'according') && isWord(tokens[i + 1], 'to')) {
    const phrase = phraseFrom(tokens, i + 2);
    return (
      phrase && {
        phrase,
        cueFrom: i,
        cueTo: i + 1,
        last: phrase.to,
        apposition: appositionAt(tokens, phrase.to + 1, sentence),
        grip: 'beside',
        plain: true,
      }
    );
  }
  let v = i;
  while (v < i + 3 && isAdverb(tokens[v]) && !isReporting(tokens[v]?.lower ?? '')) v += 1;
  if (!first.capital && isVerb(tokens, v) && STRONG.has(tokens[v]?.lower ?? '')) {
    let s = v + 1;
    while (isAdverb(tokens[s])) s += 1;
    const phrase = tokens[s]?.sentence === sentence ? phraseFrom(tokens, s) : null;
    if (phrase !== null) {
      const apposition = appositionAt(tokens, phrase.to + 1, sentence);
      return {
        phrase,
        cueFrom: v,
        cueTo: v,
        last: apposition?.to ?? phrase.to,
        apposition,
        grip: 'beside',
        plain: PLAIN.has(tokens[v]?.lower ?? ''),
      };
    }
  }
  const phrase = phraseFrom(tokens, i);
  if (phrase === null) return null;
  let next = pastBracket(tokens, phrase.to + 1);
  const apposition = appositionAt(tokens, next, sentence);
  if (apposition !== null && tokens[apposition.to + 1]?.text === ',') next = apposition.to + 2;
  while (isAdverb(tokens[next]) && tokens[next]?.sentence === sentence) next += 1;
  const verb = tokens[next];
  if (verb?.sentence !== sentence || !isVerb(tokens, next) || verb.capital) return null;
  const used = next > phrase.to + 2 ? apposition : null;
  return {
    phrase,
    cueFrom: next,
    cueTo: next,
    last: next,
    apposition: used,
    grip: 'beside',
    plain: PLAIN.has(verb.lower),
  };
};

/** "– Nia Prosser, chair of the board" from token `from` to the end of its block. */
export const signature = (tokens: readonly Token[], from: number): Clause | null => {
  if (!/^[–—-]$/u.test(tokens[from]?.text ?? '')) return null;
  const phrase = phraseFrom(tokens, from + 1);
  if (phrase?.kind !== 'named') return null;
  const apposition = appositionAt(tokens, phrase.to + 1, tokens[from]?.sentence ?? 0);
  const last = apposition?.to ?? phrase.to;
  const rest = tokens.slice(last + 1).filter((token) => token.text !== '.');
  return rest.length > 0 ? null : { phrase, cueFrom: from, cueTo: from, last, apposition, grip: 'beside', plain: true };
};

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
const subjectOf = (
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
