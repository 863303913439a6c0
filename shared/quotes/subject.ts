import { isAdverb, isVerb, isWord, type Clause } from './clause';
import { isBodyName, isPersonIn, isPersonName, isWholeName, mayBeName } from './name-parts';
import { ROLE_WORDS } from './names';
import { isDeterminer, isNameWord, phraseFrom, phraseUntil, type Phrase } from './phrases';
import { sentenceStart, type Token } from './tokens';
import { STRONG } from './verbs';

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/u;
const PREPOSITION =
  /^(?:in|at|on|from|of|to|near|with|for|by|about|after|before|during|against|outside|inside|into|onto|behind|beside|under|across|around|among|between|opposite|than|like|unlike|alongside|besides|except|through|via)$/u;

/** A participle that opens a sentence: "Led by the mayor, the march …", "Reading from her notes, Roe …". */
const isOpening = (tokens: readonly Token[], i: number): boolean => {
  const [token, next] = [tokens[i], tokens[i + 1]];
  if (tokens[i - 1]?.sentence === token?.sentence || token?.capital !== true || next?.kind !== 'word' || next.capital)
    return false;
  if (/^(?:led|met)$|ed$/u.test(token.lower)) return /^(?:by|in|on|with|at|about)$/u.test(next.lower);
  return /.{2}ing$/u.test(token.lower) && !isVerb(tokens, i + 1) && !/^(?:is|was|has|had)$/u.test(next.lower);
};

/** The first noun phrase of the sentence that token `at` lies in: a guess at its subject. */
export const sentenceSubject = (tokens: readonly Token[], at: number): Phrase | null => {
  for (let i = sentenceStart(tokens, tokens[at] === undefined ? at - 1 : at); i < at; i += 1) {
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
        'across',
        'outside',
        'inside',
        'behind',
        'near',
        'beside',
        'opposite',
        'under',
        'over',
        'until',
        'despite',
        'although',
        'though',
        'because',
        'once',
        'unlike',
      )
    ) {
      let comma = i;
      while (comma < at && tokens[comma]?.text !== ',' && tokens[comma]?.kind !== 'quote') comma += 1;
      if (comma < at && tokens[comma]?.text === ',') i = comma;
      continue;
    }
    if (/ly$/u.test(token.lower) && tokens[i + 1]?.text === ',') continue;
    if (isOpening(tokens, i)) {
      let comma = i + 1;
      while (comma < at && tokens[comma]?.text !== ',' && tokens[comma]?.kind !== 'quote') comma += 1;
      if (comma < at - 1 && tokens[comma]?.text === ',') i = comma;
      if (comma === i) continue;
    }
    const phrase = phraseFrom(tokens, i);
    if (phrase === null || phrase.to >= at) continue;
    // "Prosser’s plans": what is hers is the subject, not she.
    if (tokens[phrase.to]?.possessive === true) return { from: phrase.from, to: phrase.to + 1, kind: 'nominal' };
    return nameBehind(tokens, phrase) ?? phrase;
  }
  return null;
};

/** What makes a role somebody else’s than the speaker’s: "represented by his solicitor". */
const OF_ANOTHER = /^(?:through|via|by|with|alongside|beside|like|unlike)$/u;
const OWNED = /^(?:his|her|its|their|our|my)$/u;

/** The name between commas behind a role or a relation: "The mayor, Leszek Baran, asked", "Her husband, Anders, said". */
export const nameBehind = (tokens: readonly Token[], phrase: Phrase): Phrase | null => {
  if (tokens[phrase.to + 1]?.text !== ',') return null;
  const owned =
    OWNED.test(tokens[phrase.from]?.lower ?? '') ||
    tokens.slice(phrase.from, phrase.to).some((token) => token.possessive);
  const head = isDeterminer(tokens[phrase.from]?.lower ?? '') ? phrase.from + 1 : phrase.from;
  const isOffice = ROLE_WORDS.has(tokens[head]?.lower ?? '') && !isNameWord(tokens[head + 1]);
  if (phrase.kind !== 'nominal' && !owned && !isOffice) return null;
  let from = phrase.to + 2;
  while (isWord(tokens[from], 'the') || (tokens[from]?.kind === 'number' && tokens[from + 1]?.capital === true))
    from += 1;
  const name = phraseFrom(tokens, from);
  if (name?.kind !== 'named' || !/^[,:]$/u.test(tokens[name.to + 1]?.text ?? '')) return null;
  const words = tokens.slice(from, name.to + 1).map((token) => token.text);
  const isBody = isDeterminer(tokens[phrase.from]?.lower ?? '') && isBodyName(words);
  return isBody || mayBeName(words) || (owned && words.length === 1) ? { ...name, from } : null;
};

/** A subject, the apposition that goes with it, and how it was reached. */
export type Subject = { readonly phrase: Phrase } & Pick<Clause, 'apposition'> & { readonly how: Clause['subject'] };

/** The token before the bracket that closes at `i`, else `i`: "Jane Roe (Independent)". */
const beforeBracket = (tokens: readonly Token[], i: number): number => {
  if (tokens[i]?.text !== ')') return i;
  for (let open = i; open > 0 && open > i - 12; open -= 1) if (tokens[open]?.text === '(') return open - 1;
  return i;
};

/** "The chair (Nia Prosser) said": the name in the bracket that closes at `i`, behind a role. */
const nameInBracket = (tokens: readonly Token[], i: number): Subject | null => {
  const before = beforeBracket(tokens, i);
  const role = before < i ? phraseUntil(tokens, before) : null;
  const named = role?.kind === 'nominal' ? phraseUntil(tokens, i - 1) : null;
  if (named?.from !== before + 2 || !mayBeName(tokens.slice(named.from, i).map((each) => each.text))) return null;
  return role && { phrase: named, apposition: { from: role.from, to: role.to }, how: 'across' };
};

/** "the chair, Nia Prosser, said": a name alone between the commas, a role before them; `end` is the second comma. */
const nameInCommas = (tokens: readonly Token[], end: number): Subject | null => {
  const sentence = tokens[end]?.sentence;
  const named = phraseUntil(tokens, beforeBracket(tokens, end - 1));
  if (named === null) return null;
  const words = tokens.slice(named.from, named.to + 1).map((each) => each.text);
  // "After the count, Gov. Jane Roe (Ind), said": the whole name before the bracket, whatever stands further off.
  if (named.to < end - 1 && named.kind === 'named' && isWholeName(words))
    return { phrase: named, apposition: null, how: 'across' };
  if (tokens[named.from - 1]?.text !== ',') return null;
  const to = named.from - 2;
  let from = to;
  while (from > 0 && tokens[from - 1]?.sentence === sentence && tokens[from - 1]?.kind === 'word') from -= 1;
  while (from < to && isWord(tokens[from], 'as', 'but', 'and', 'while')) from += 1;
  const before = tokens.slice(from, to + 1);
  // "Jane Roe, through her solicitor, Owen Bell, said": the role, and so the name, belongs to the preposition.
  if (before.some((token, i) => OF_ANOTHER.test(token.lower) && OWNED.test(before[i + 1]?.lower ?? ''))) return null;
  // "Leader of the council, Jane Roe, said" and "The contractor, Barrow & Sons, said".
  const isOffice = ROLE_WORDS.has(before[0]?.lower ?? '') || ROLE_WORDS.has(before.at(-1)?.lower ?? '');
  const nominal =
    before.length > 0 &&
    (isDeterminer(before[0]?.lower ?? '') || isOffice || before.some((each) => each.possessive)) &&
    !isPersonName(before.map((each) => each.text));
  const isBody = nominal && isDeterminer(before[0]?.lower ?? '') && isBodyName(words);
  const owned = OWNED.test(before[0]?.lower ?? '') || before.some((each) => each.possessive);
  if (!isBody && !isPersonName(words) && !(nominal && mayBeName(words)) && !(owned && words.length === 1)) return null;
  return { phrase: named, apposition: { from, to }, how: 'across' };
};

/**
 * "Jane Roe, chair of Y, Vale, said": of the names before a comma, a person's comes before any other, then the one
 * furthest to the left; `end` is the comma before the verb.
 */
const nameBeforeComma = (tokens: readonly Token[], end: number): Subject | null => {
  const sentence = tokens[end]?.sentence;
  let best: Subject | null = null;
  for (let comma = end - 1; comma > 0 && comma > end - 28 && tokens[comma]?.sentence === sentence; comma -= 1) {
    if (tokens[comma]?.kind === 'quote') break;
    if (tokens[comma]?.text !== ',') continue;
    const phrase = phraseUntil(tokens, beforeBracket(tokens, comma - 1));
    if (phrase?.kind !== 'named') continue;
    if (tokens[phrase.from - 1]?.text === ',' && tokens[phrase.from]?.kind === 'number') continue;
    // "In North Vale, the chair, …": a place after a preposition is no subject.
    if (PREPOSITION.test(tokens[phrase.from - 1]?.lower ?? '')) continue;
    best = { phrase, apposition: { from: comma + 1, to: end - 1 }, how: 'across' };
    if (isPersonIn(tokens, phrase.from, phrase.to)) return best;
  }
  return best;
};

/** "Jane Roe, chair, and Owen Bell, leader, said": both, where only the second was found. */
const withFirst = (tokens: readonly Token[], second: Subject | null): Subject | null => {
  const { from = 0, to = 0 } = second?.phrase ?? {};
  if (second === null || !isWord(tokens[from - 1], 'and') || tokens[from - 2]?.text !== ',') return second;
  const first = phraseFrom(tokens, sentenceStart(tokens, from));
  const isBoth =
    first !== null &&
    first.to < from - 3 &&
    tokens[first.to + 1]?.text === ',' &&
    isPersonIn(tokens, first.from, first.to) &&
    isPersonIn(tokens, from, to);
  return isBoth ? { phrase: { from: first.from, to, kind: 'named' }, apposition: null, how: 'across' } : second;
};

/** The subject of the verb at `v`, read leftwards over adverbs, appositions and "who". */
export const subjectOf = (tokens: readonly Token[], v: number): Subject | null => {
  const sentence = tokens[v]?.sentence;
  let i = v - 1;
  while (tokens[i]?.sentence === sentence && isAdverb(tokens[i])) i -= 1;
  // "Walter Pike on Monday called it": the day is passed over.
  if (DAY.test(tokens[i]?.lower ?? '')) i -= isWord(tokens[i - 1], 'on', 'last', 'late') ? 2 : 1;
  // "The office less than two weeks ago said".
  if (isWord(tokens[i], 'ago')) {
    i -= 3;
    while (isWord(tokens[i], 'than', 'less', 'more', 'just', 'about', 'only', 'nearly', 'some')) i -= 1;
  }
  // "Jane Roe had this to say:".
  if (isWord(tokens[i], 'this') && isWord(tokens[i - 1], 'had', 'has', 'have')) i -= 2;
  const token = tokens[i];
  if (token === undefined || token.sentence !== sentence) return null;
  const of = (phrase: Phrase | null, how: Subject['how']): Subject | null =>
    phrase && { phrase, apposition: null, how };
  if (isWord(token, 'who', 'which', 'that')) {
    const back = tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
    const phrase = back >= 0 ? phraseUntil(tokens, back) : null;
    // "It was Jane Roe, not Owen Bell, who said".
    const isNot = phrase !== null && isWord(tokens[phrase.from - 1], 'not') && tokens[phrase.from - 2]?.text === ',';
    return of(isNot ? phraseUntil(tokens, phrase.from - 3) : phrase, 'across');
  }
  if (token.text === ')')
    return nameInBracket(tokens, i) ?? of(phraseUntil(tokens, beforeBracket(tokens, i)), 'across');
  // "She thanked the crew but said: “"
  if (isWord(token, 'and', 'but', 'then')) return mainSubject(tokens, i);
  if (token.text === ',') return withFirst(tokens, nameInCommas(tokens, i) ?? nameBeforeComma(tokens, i));
  const phrase = phraseUntil(tokens, i);
  // "Another source speaking to North Vale News said": the name belongs to the preposition.
  const led = tokens[(phrase?.from ?? 0) - 1]?.lower ?? '';
  if (phrase !== null && PREPOSITION.test(led) && !/^(?:after|before)$/u.test(led)) {
    const head = sentenceSubject(tokens, v);
    if (head !== null && head.to < phrase.from && tokens[phrase.from - 1]?.sentence === sentence)
      return of(head, 'across');
  }
  return of(phrase, 'beside');
};

/** Whether the word in -ing at `v` has a form of "be" before it, as in "was saying". */
export const isFinite = (tokens: readonly Token[], v: number): boolean => {
  let i = v - 1;
  while (isAdverb(tokens[i]) && !/^(?:is|was|are|were|been|be)$/u.test(tokens[i]?.lower ?? '')) i -= 1;
  return tokens[i]?.sentence === tokens[v]?.sentence && /^(?:is|was|are|were|been|be)$/u.test(tokens[i]?.lower ?? '');
};

/** The subject of the clause that a participle hangs on: "Jane Roe told us it was late, adding: “" is Jane Roe. */
export const mainSubject = (tokens: readonly Token[], v: number): Subject | null => {
  const sentence = tokens[v]?.sentence;
  for (let w = v - 1; w >= 0 && tokens[w]?.sentence === sentence; w -= 1) {
    const token = tokens[w];
    // "The ground, where fans had gathered, chanting": the participle hangs on what "where" leads into.
    const where = isWord(token, 'where') || (isWord(token, 'which') && isWord(tokens[w - 1], 'in', 'on'));
    const there = where ? phraseFrom(tokens, w + 1) : null;
    const dashed = where && tokens.slice(w, v).some((each) => /^[–—-]$/u.test(each.text));
    if (there !== null && there.to < v - 1 && there.kind !== 'pronoun' && !dashed)
      return { phrase: there, apposition: null, how: 'main' };
    // "after she attacked the plan and blamed the board": hers are both.
    const joint = isWord(tokens[v], 'and', 'but') && isWord(token, 'after', 'when', 'because', 'as', 'while', 'before');
    const hers = joint ? phraseFrom(tokens, w + 1) : null;
    if (hers?.kind === 'pronoun') return { phrase: hers, apposition: null, how: 'main' };
    if (token === undefined || !STRONG.has(token.lower) || /ing$/u.test(token.lower) || !isVerb(tokens, w)) continue;
    // "Going on to explain, Roe left, saying": an infinitive has no subject of its own.
    if (isWord(tokens[w - 1], 'to')) continue;
    const afterQuote =
      tokens[w - 1]?.kind === 'quote' || (tokens[w - 1]?.text === ',' && tokens[w - 2]?.kind === 'quote');
    const inverted = afterQuote ? phraseFrom(tokens, w + 1) : null;
    if (inverted !== null && inverted.to < v) return { phrase: inverted, apposition: null, how: 'main' };
    const subject = subjectOf(tokens, w);
    if (subject !== null) return { ...subject, how: 'main' };
  }
  const phrase = sentenceSubject(tokens, v);
  return phrase !== null && phrase.to < v ? { phrase, apposition: null, how: 'guessed' } : null;
};
