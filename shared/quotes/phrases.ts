import { NOT_NAMES, ORGANISATION_WORDS, ROLE_WORDS } from './names';
import type { Token } from './tokens';
import { BETWEEN, cutsIn, isReporting, NOUN_TOO, SAYING } from './verbs';

/** A noun phrase that may be a speaker: tokens `from` to `to`, both included. */
export type Phrase = { readonly from: number; readonly to: number; readonly kind: 'named' | 'nominal' | 'pronoun' };

const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
const DETERMINERS = new Set(
  'the a an one another this that his her their its our my some many other several both two three four five most few all every each'.split(
    ' ',
  ),
);
export const PARTICLES = new Set(
  'de la le van von der den ter bin ibn al el ap ab ferch da di du dos e y of'.split(' '),
);
const CONNECTORS = new Set(['of', 'for', 'and', '&', 'the', 'at', 'in', 'to']);
/** Words that end a noun phrase read from left to right. */
const STOPS = new Set(
  (
    'in on at to during after before when while as by with from about over through because since until who whom whose which that and but or if ' +
    'than then where how why what adding saying noting calling citing explaining into against for upon via again later earlier today yesterday tonight ' +
    'last next recently outside inside behind near beside under across around among between opposite alongside besides except like unlike he she they it said'
  ).split(' '),
);

export const isPronoun = (lower: string): boolean => SUBJECT_PRONOUNS.has(lower);
export const isDeterminer = (lower: string): boolean => DETERMINERS.has(lower);

const PRONOUN_JOINED = /^(?:he|she|they|it|i|we|who)'(?:s|d|ll|ve|re|m)$/u;
const AUXILIARY =
  /^(?:has|have|had|is|was|are|were|will|would|could|might|may|did|does|do|can|should|must|be|been|(?:is|was|are|were|did|does|do|has|have|had|could|would|should|wo|ca)n't)$/u;

/** A form of "be", "have", "do" or their kin: a verb, so that a noun phrase ends before it. */
export const isAuxiliary = (lower: string): boolean => AUXILIARY.test(lower);

/** A capitalised word that may be part of a name. */
export const isNameWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && !NOT_NAMES.has(token.lower.replace(/'s$/u, ''));

/** "a source close to the club", "a letter sent on Monday", "the mayor walked out": what no longer belongs to the noun. */
const isBehindNoun = (token: Token, next: Token | undefined): boolean =>
  /^(?:close|familiar|sent|written|seen|found)$|ed$/u.test(token.lower) && BEHIND.test(next?.lower ?? '');
const BEHIND =
  /^(?:to|with|by|on|in|out|off|up|down|at|for|of|from|into|about|as|last|this|that|the|his|her|its|their|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

/** A bare word of a phrase at `i`: letters, no reporting verb, no word that closes phrases save in "a voice over". */
const isPlainWord = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'number') || isPronoun(token.lower)) return false;
  return !STOPS.has(token.lower) || (token.lower === 'over' && tokens[i - 1]?.lower === 'voice');
};

const joined = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.sentence === b.sentence;

/** Verbs with no ending to know them by that have a name behind them. */
const MEETS =
  /^(?:met|meets|saw|sees|knew|knows|gave|gives|took|takes|sent|sends|paid|pays|beat|beats|brought|brings|drove|drives|chose|chooses|rang|joins|visits|urges|backs|succeeds|replaces|marries|heard|taught|fought)$/u;

/** A small word after a name that belongs to it: "Council leader Jane Roe", "one former council aide". */
const isCompound = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.sentence !== tokens[i - 1]?.sentence) return false;
  const isOne = ROLE_WORDS.has(token.lower.replace(/s$/u, '')) || ORGANISATION_WORDS.has(token.lower);
  if (isOne || /^famil(?:y|ies)$/u.test(token.lower)) return !isReporting(token.lower);
  for (let k = i; k < i + 4; k += 1) {
    const word = tokens[k];
    if (word === undefined || word.sentence !== token.sentence) return false;
    if (k > i && (isNameWord(word) || ROLE_WORDS.has(word.lower))) return true;
    if (
      !isPlainWord(tokens, k) ||
      isReporting(word.lower) ||
      BETWEEN.has(word.lower) ||
      PARTICLES.has(word.lower) ||
      isDeterminer(word.lower)
    )
      return false;
    // "Bell rubbished Roe’s claim" and "Bell met Roe" are sentences, not names.
    if (/ly$|(?<!reti?r)ed$/u.test(word.lower) || MEETS.test(word.lower)) return false;
  }
  return false;
};

/** Reads a speaker that begins at token `from`: "she", "Ms Roe", "campaign manager Jane Roe", "the head of the board". */
export const phraseFrom = (tokens: readonly Token[], from: number): Phrase | null => {
  const first = tokens[from];
  if (first === undefined || (first.kind !== 'word' && first.kind !== 'number')) return null;
  if (isPronoun(first.lower) || PRONOUN_JOINED.test(first.lower)) return { from, to: from, kind: 'pronoun' };
  // "about 50 protesters"
  if (/^(?:about|around|nearly|almost|roughly|some)$/u.test(first.lower) && tokens[from + 1]?.kind === 'number')
    return phraseFrom(tokens, from + 1);
  if (STOPS.has(first.lower) || (!first.capital && (BETWEEN.has(first.lower) || /(?:ly|ing)$/u.test(first.lower))))
    return null;
  let to = from - 1;
  let named = -1;
  for (let i = from; i < tokens.length && i < from + 14; i += 1) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!joined(first, token) || token === undefined) break;
    if (isNameWord(token)) {
      named = i;
      to = i;
    } else if (token.text === '&' || (CONNECTORS.has(token.lower) && i > from)) {
      const bridges = isNameWord(next) || (isDeterminer(next?.lower ?? '') && isNameWord(tokens[i + 2]));
      const office = named < 0 || (named === i - 1 && ROLE_WORDS.has(tokens[named]?.lower ?? ''));
      const nominal = (token.lower === 'of' || token.lower === 'for') && office;
      const wanted =
        token.lower === 'of' ||
        token.lower === 'for' ||
        token.lower === 'the' ||
        token.lower === 'and' ||
        token.text === '&';
      // "the driver of the bus", "one of the men"
      const inner = token.lower === 'the' && named < 0 && /^(?:of|for)$/u.test(tokens[i - 1]?.lower ?? '');
      if (!(bridges && wanted) && !nominal && !inner) break;
    } else if (named >= 0 && isCompound(tokens, i)) to = i;
    else if (named >= 0 && !PARTICLES.has(token.lower)) break;
    else if (named >= 0 && !isNameWord(next) && !(PARTICLES.has(next?.lower ?? '') && isNameWord(tokens[i + 2]))) break;
    else if (!isPlainWord(tokens, i)) break;
    else if (
      isReporting(token.lower) &&
      i > from &&
      (!isDeterminer(tokens[i - 1]?.lower ?? '') || isCounted(tokens, i - 1)) &&
      !isSubjectNoun(tokens, i)
    )
      break;
    else if (i > from && (cutsIn(token.lower, next?.lower ?? '') || isBehindNoun(token, next))) break;
    else if (i > from && isAuxiliary(token.lower)) break;
    else to = i;
  }
  if (to < from) return null;
  if (to === from && named < 0 && !canStandAlone(first)) return null;
  return { from, to, kind: named >= 0 && !isPeople(tokens, from, to) ? 'named' : 'nominal' };
};

const PEOPLE =
  /^(?:critics|residents|campaigners|protesters|neighbours|villagers|officials|prosecutors|investigators|detectives|officers|firefighters|doctors|nurses|teachers|parents|pupils|students|workers|supporters|opponents|fans|locals|lawyers|experts|scientists|researchers|analysts|traders|farmers|drivers|passengers|visitors|ministers|councillors|organisers|organizers|witnesses|colleagues|friends|relatives|voters|aides|sources|activists|leaders|members|players|onlookers|bosses|staff|customers|shopkeepers|inspectors|judges|historians|economists|advisers|bystanders)$/u;

/** "Critics said": a noun that has its capital from the head of the sentence. */
const isPeople = (tokens: readonly Token[], from: number, to: number): boolean =>
  from === to && tokens[from - 1]?.sentence !== tokens[from]?.sentence && PEOPLE.test(tokens[from]?.lower ?? '');

const ALONE =
  /^(?:some|many|most|others|another|one|both|several|few|all|none|police|people|men|women|children|staff|everyone|everybody|somebody|someone|nobody|[a-z'-]+(?:[^s'u]s|folk|crowd))$/u;

/** A lower-case word that can be a subject by itself: "residents", "police", "spokesman". */
const canStandAlone = (token: Token): boolean =>
  ROLE_WORDS.has(token.lower) ||
  (ALONE.test(token.lower) && !isAuxiliary(token.lower) && !/(?:ed|ing)$/u.test(token.lower));

/** "the two", "the others": a number or its like that is the noun itself. */
const isCounted = (tokens: readonly Token[], i: number): boolean =>
  /^(?:two|three|four|five|others?|many|few|most)$/u.test(tokens[i]?.lower ?? '') &&
  /^(?:the|these|those)$/u.test(tokens[i - 1]?.lower ?? '');

/** "a welcome message on the website": behind an article a little to the left, and before a preposition. */
const isHeadNoun = (tokens: readonly Token[], i: number): boolean =>
  NOUN_TOO.has(tokens[i]?.lower ?? '') &&
  /^(?:on|of|in|from|at|by|for)$/u.test(tokens[i + 1]?.lower ?? '') &&
  [1, 2, 3].some(
    (back) =>
      /^(?:a|an|the|his|her|its|their)$/u.test(tokens[i - back]?.lower ?? '') &&
      tokens[i - back]?.sentence === tokens[i]?.sentence,
  );

/** A noun spelt like a verb of reporting: before the verb itself, "the board’s report said", or behind an article. */
const isSubjectNoun = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i + 1];
  if (isHeadNoun(tokens, i)) return true;
  if (NOUN_TOO.has(tokens[i]?.lower ?? '') && /^(?:a|an|the|of)$/u.test(tokens[i - 1]?.lower ?? '')) return true;
  return (
    NOUN_TOO.has(tokens[i]?.lower ?? '') && next !== undefined && joined(tokens[i], next) && SAYING.has(next.lower)
  );
};

/** "It would involve Chief Constable Nia Roe", "the town embracing Roe": a verb of its own, no part of the name behind it. */
const isGoverned = (tokens: readonly Token[], i: number): boolean => {
  const { lower = '', capital = false } = tokens[i] ?? {};
  if (capital) return false;
  const led = /^(?:would|will|could|should|can|may|might|must|to|not|did|does|do)$/u;
  return led.test(tokens[i - 1]?.lower ?? '') || (/.{3}ing$/u.test(lower) && isNameWord(tokens[i - 1]));
};

/** Reads a speaker that ends at token `to`, going left. */
export const phraseUntil = (tokens: readonly Token[], to: number): Phrase | null => {
  const last = tokens[to];
  if (last === undefined || (last.kind !== 'word' && last.kind !== 'number') || last.possessive) return null;
  if (isPronoun(last.lower)) return { from: to, to, kind: 'pronoun' };
  let from = to + 1;
  let named = isNameWord(last);
  const endsNamed = named;
  for (let i = to; i >= 0 && i > to - 14; i -= 1) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || token.sentence !== last.sentence || token.kind === 'quote' || token.kind === 'mark') {
      if (token?.text === '&' && isNameWord(before)) continue;
      break;
    }
    if (isNameWord(token)) {
      from = i;
      named = true;
    } else if (isDeterminer(token.lower) && (i < to || !endsNamed)) {
      from = i;
      const bridges =
        before !== undefined &&
        CONNECTORS.has(before.lower) &&
        i > 1 &&
        (before.lower === 'of' || before.lower === 'for');
      if (!bridges) break;
    } else if (CONNECTORS.has(token.lower)) {
      const takes = token.lower === 'of' || token.lower === 'for' || (token.lower === 'and' && isNameWord(before));
      if (!takes || from > to || before?.kind !== 'word' || before.sentence !== last.sentence) break;
    } else if (
      !isPlainWord(tokens, i) ||
      (isReporting(token.lower) && !(i === to && isSubjectNoun(tokens, i))) ||
      BETWEEN.has(token.lower) ||
      (NOT_NAMES.has(token.lower) && !(i === to && canStandAlone(token)))
    )
      break;
    else if (i < to && isGoverned(tokens, i)) break;
    else from = i;
  }
  if (from > to || (from === to && !named && last.kind === 'word' && !canStandAlone(last))) return null;
  // "said that Roe": the word only joins.
  if (tokens[from]?.lower === 'that' && from < to) from += 1;
  return { from, to, kind: named && !isPeople(tokens, from, to) ? 'named' : 'nominal' };
};
