import { isAdverb, isPassive, isVerb, isWord, pastBracket, type Clause } from './clause';
import { isPersonIn } from './name-parts';
import { ROLE_WORDS } from './names';
import { isDeterminer, isNameWord, phraseFrom } from './phrases';
import { subjectOf } from './subject';
import { sentenceStart, type Token } from './tokens';
import { isReporting, SAYING, WORDS_OF } from './verbs';

/*
 * A clause may have a subject and a verb of saying, and yet its sentence tells that the words are nobody’s ("never
 * said"), not of that one alone ("neither Roe nor Bell", "the mayor and Ann Marsh") or another’s ("recalled Bell saying").
 */

type Tokens = readonly Token[];

/** Before a subject: whether it said so is not told, or which of two did. */
const OPEN = /^(?:neither|nor|either|or|if|whether|unless|not|wish(?:es|ed)?)$/u;
/** At the head of a question, or of what never was: "Did Roe say", "Had Roe said". */
const ASKS = /^(?:did|does|do|has|had|have|suppose|imagine)$/u;
const DENIES = /^den(?:y|ies|ied|ying)$/u;
/** "alleged to have said", "would have said": by hearsay, or not at all. */
const HEARSAY = /^(?:alleged|said|reported|rumoured|claimed|believed|thought|understood|supposed|would)$/u;
/** "wrongly quoted as saying": they never said it. */
const MISTAKEN = /^(?:wrongly|falsely|mistakenly|incorrectly|misquoted|misreported)$/u;
/** "posing as Roe", "calling himself Roe", "all but Roe": the words before a name of which it is not the name of who speaks. */
const NOT_THEY =
  /(?:(?:posing|masquerading|dressed|disguised|acting) as|(?:pretending|claiming|purporting) to be|(?:calling|naming|styling) (?:him|her|them)sel(?:f|ves)|(?:every|any|all)\S* (?:but|except|save)|than)$/u;

/** Straight before a verb: it was not said, or only might be. */
const UNREAL =
  /^(?:not|never|cannot|should|could|might|may|allegedly|reportedly|refus(?:es|ed)|declin(?:es|ed))$|n't$/u;
/** In front of "that Roe said": it is not so. */
const UNTRUE = /^(?:no|not|never|false|untrue|fake|rumours?|dream(?:s|t|ed)|imagine[sd]|pretend(?:s|ed))$|n't$/u;

const isUnsaid = (tokens: Tokens, { phrase, cueFrom, cueTo }: Clause): boolean => {
  if (DENIES.test(tokens[cueFrom]?.lower ?? '') || isWord(tokens[phrase.from], 'nobody', 'none')) return true;
  const start = sentenceStart(tokens, phrase.from);
  const head = phrase.from > start ? (tokens[phrase.from - 1]?.lower ?? '') : '';
  if (OPEN.test(head) || (ASKS.test(head) && phrase.from <= start + 2)) return true;
  if (phrase.to > cueFrom || (phrase.kind === 'pronoun' && SAYING.has(head))) return false;
  const front = tokens.slice(Math.max(start, phrase.from - 2), phrase.from).map(({ lower }) => lower);
  if (phrase.kind === 'named' && NOT_THEY.test(front.join(' '))) return true;
  const between = tokens.slice(phrase.to + 1, cueTo + 1);
  const isHearsay = (at: number): boolean =>
    isWord(between[at], 'have') || (isWord(between[at], 'to') && isWord(between[at + 1], 'have'));
  if (between.some(({ lower }, i) => MISTAKEN.test(lower) || (HEARSAY.test(lower) && isHearsay(i + 1)))) return true;
  for (let i = cueFrom - 1; i > phrase.to; i -= 1) {
    const { lower = '' } = tokens[i] ?? {};
    if ((UNREAL.test(lower) && !isWord(tokens[i + 1], 'only')) || DENIES.test(lower)) return true;
    if (!isAdverb(tokens[i]) && !isWord(tokens[i], 'to', 'having')) break;
  }
  // "told Bell to say": he may not have.
  if (isReporting(head) && isWord(tokens[cueFrom - 1], 'to') && phrase.to === cueFrom - 2) return true;
  const isTold = /^(?:that|of|hear|heard)$/u.test(head) || isReporting(head);
  return isTold && tokens.slice(start, phrase.from).some(({ lower }) => UNTRUE.test(lower) || DENIES.test(lower));
};

/** "The mayor and Ann Marsh said", "Owen Bell (left) and Ann Marsh said": the subject is the second of two. */
const isSecond = (tokens: Tokens, from: number): boolean => {
  if (!isWord(tokens[from - 1], 'and', '&') && tokens[from - 1]?.text !== '/') return false;
  let start = sentenceStart(tokens, from);
  for (let i = start; i < from; i += 1) if (tokens[i]?.kind === 'quote' || tokens[i]?.text === ',') start = i + 1;
  const first = phraseFrom(tokens, start);
  const end = Math.min(first?.to ?? -1, from - 2);
  const isSomebody = isNameWord(tokens[end]) || ROLE_WORDS.has(tokens[end]?.lower ?? '');
  return isSomebody && pastBracket(tokens, end + 1) === from - 1;
};

/** "said Ann Marsh or Tom Bell", "Ann Marsh and her son said", "said Ann Marsh, Tom Bell and Owen Hale": the first of several. */
const isFirst = (tokens: Tokens, { phrase, apposition }: Clause): boolean => {
  const [joint, next] = [tokens[phrase.to + 1], tokens[phrase.to + 2]];
  if (isWord(joint, 'or') || (isWord(joint, 'as') && isWord(next, 'well'))) return true;
  if (isWord(joint, 'and') && (isDeterminer(next?.lower ?? '') || isNameWord(next))) return true;
  const second = apposition === null || apposition.from < phrase.to ? null : phraseFrom(tokens, apposition.from);
  const names = second === null ? [] : tokens.slice(second.from, second.to + 1);
  return names.some((each) => isWord(each, 'and')) && names.every((each) => each.capital || isWord(each, 'and'));
};

/** A person who reads or hears words has them from another. */
const TAKES_IN = /^(?:read|reads|hear|hears|heard|quotes|quoted)$/u;

/** "said Roe, quoting Bell", "Roe heard", "said Roe’s deputy", "Roe, whose wife said": not Roe’s words. */
const isRelayed = (tokens: Tokens, { phrase, cueFrom, verb }: Clause): boolean => {
  const { sentence } = tokens[cueFrom] ?? {};
  for (let i = sentenceStart(tokens, cueFrom); tokens[i]?.sentence === sentence; i += 1)
    if (isWord(tokens[i], 'quoting', 'paraphrasing', 'reciting', 'imitating', 'impersonating', 'mimicking'))
      return true;
  if (isWord(tokens[cueFrom + 1], 'hearing')) return true;
  const isStatement = WORDS_OF.has(tokens[phrase.to]?.lower ?? '');
  if (!isStatement && TAKES_IN.test(tokens[cueFrom]?.lower ?? '')) return isPersonIn(tokens, phrase.from, phrase.to);
  const owned = tokens[phrase.to + 1];
  const isOwner = verb !== 'label' && tokens[phrase.to]?.possessive === true;
  if (isOwner && owned?.kind === 'word' && !owned.capital && !WORDS_OF.has(owned.lower)) return true;
  for (let i = cueFrom - 1; i > phrase.to && tokens[i]?.kind === 'word'; i -= 1)
    if (isWord(tokens[i], 'whose')) return true;
  // Ann “Nan” Marsh: the name has more than was read.
  const nick = tokens[phrase.from - 1];
  return nick?.kind === 'quote' && /^\P{L}\p{Lu}\p{L}*\P{L}$/u.test(nick.text) && isNameWord(tokens[phrase.from - 2]);
};

/** "Bell claims residents told him:", "Bell said he was told:": somebody tells what others said. */
const isRetold = (tokens: Tokens, { phrase, cueFrom, cueTo }: Clause, end: number): boolean => {
  const at = isWord(tokens[phrase.from - 1], 'that') ? phrase.from - 2 : phrase.from - 1;
  const isWithin = phrase.kind !== 'pronoun' && tokens[at]?.sentence === tokens[cueFrom]?.sentence;
  const tells = SAYING.has(tokens[at]?.lower ?? '') && isVerb(tokens, at);
  const shows = /^(?:show|alleg)/u.test(tokens[at]?.lower ?? '');
  if (isWithin && (tells || shows) && subjectOf(tokens, at) !== null) return true;
  const last = /^[:,]$/u.test(tokens[end - 1]?.text ?? '') ? end - 2 : end - 1;
  return last > cueTo && /^(?:told|asked|warned)$/u.test(tokens[last]?.lower ?? '') && isPassive(tokens, last);
};

/** What is sent is the sender’s: "sent an email saying". */
const SENDS =
  /^(?:sen[dt]s?|issue[sd]?|writes?|wrote|written|post(?:s|ed)|release[sd]|publishe[sd]|put|left|made|makes|gave|gives)$/u;

/** "recalled Bell saying", "accused Bell of calling it": another is made to speak behind the verb at `v`. */
const isOfAnother = (tokens: Tokens, v: number, end: number): boolean => {
  const who = SENDS.test(tokens[v]?.lower ?? '') ? null : phraseFrom(tokens, v + 1);
  if (who === null || who.to >= end || tokens[who.to]?.possessive === true) return false;
  if (/^cite[sd]?$/u.test(tokens[v]?.lower ?? '') && tokens[who.to + 1]?.text === ':') return true;
  const at = isWord(tokens[who.to + 1], 'of', 'for', 'as', 'to') ? who.to + 2 : who.to + 1;
  const isIn = at < end && tokens[at]?.sentence === tokens[v]?.sentence;
  return isIn && /^(?:say|tell|call|describ|claim|shout)(?:e|ing)?$/u.test(tokens[at]?.lower ?? '');
};

/** Verbs whose object, where that is something said, is what others said. */
const TAKES_UP =
  /^(?:reject|dismiss|disput|doubt|refut|rebut|challeng|repeat|echo|welcom|respond|repl[iy]|answer|hit|remember|recall)/u;
const SOMETHING_SAID =
  /^(?:claims?|suggestions?|criticisms?|allegations?|accusations?|charges?|questions?|warnings?|words|advice|reports?|complaints?)$/u;

/** "rejected claims that", "answered Bell’s question:", "disputed that": what the verb at `v` takes up is what others said. */
const isOfOthers = (tokens: Tokens, v: number, end: number): boolean => {
  const { lower = '' } = tokens[v] ?? {};
  if (!TAKES_UP.test(lower)) return false;
  if (/^(?:disput|doubt)/u.test(lower) && isWord(tokens[v + 1], 'that', 'whether')) return true;
  const object = tokens.slice(v + 1, Math.min(end, v + 7));
  const at = object.findIndex((token) => SOMETHING_SAID.test(token.lower));
  const front = object.slice(0, Math.max(at, 0));
  const isOwn = front.some((token) => token.kind === 'mark' || isWord(token, 'his', 'her', 'their', 'its', 'as'));
  return at >= 0 && !isOwn && /^(?:that|of|about|saying|which|as|,|:)$/u.test(tokens[v + 2 + at]?.text ?? '');
};

const CARRIES = /^(?:e?-?mail|letter|text|call|card|sign|banner|note|report|message|post|tweet|placard)$/u;

/** "Roe opened a letter from Bell saying": what she did not write tells. */
const isReceived = (tokens: Tokens, { phrase }: Clause, end: number): boolean => {
  for (let i = phrase.to + 1; i < end && tokens[i]?.sentence === tokens[phrase.from]?.sentence; i += 1) {
    if (SENDS.test(tokens[i]?.lower ?? '')) return false;
    if (!CARRIES.test(tokens[i]?.lower ?? '')) continue;
    const from = isWord(tokens[i + 1], 'from', 'by') ? phraseFrom(tokens, i + 2) : null;
    const at = (from?.to ?? i) + 1;
    const tells = isWord(tokens[at], 'which', 'that') && isReporting(tokens[at + 1]?.lower ?? '');
    if (tells || isWord(tokens[at], 'saying', 'reading') || (from !== null && tokens[at]?.text === ':')) return true;
  }
  return false;
};

/**
 * Whether the words of a quote may be nobody’s, or another’s than the one whose clause it goes by. In: the tokens of the
 * clause, the clause, and the token of its quote among them; Infinity where that stands in another block.
 */
export const isDoubted = (tokens: Tokens, clause: Clause, quote: number): boolean => {
  const { phrase, cueFrom, cueTo } = clause;
  if (isUnsaid(tokens, clause) || isFirst(tokens, clause) || isRelayed(tokens, clause)) return true;
  if (phrase.to >= cueFrom) return false;
  const end = quote < cueFrom ? tokens.length : Math.min(quote, tokens.length);
  const isDone = isPassive(tokens, cueFrom) && !isWord(tokens[cueFrom + 1], 'as');
  return (
    isDone ||
    isSecond(tokens, phrase.from) ||
    isRetold(tokens, clause, end) ||
    isOfAnother(tokens, cueTo, end) ||
    isOfOthers(tokens, cueTo, end) ||
    isReceived(tokens, clause, end)
  );
};

/** Whether the clause is told to somebody of that name: "he told Bell", "she said to Nia Prosser". */
export const isSpokenTo = (tokens: Tokens, { phrase, cueFrom, cueTo }: Clause, name: string): boolean => {
  const at = isWord(tokens[cueTo + 1], 'to') ? cueTo + 2 : cueTo + 1;
  const told = phrase.to < cueFrom ? phraseFrom(tokens, at) : null;
  return told?.kind === 'named' && tokens[told.to]?.text === name.split(' ').at(-1);
};

/** Whether the verb replies to what somebody said before; not to what was asked in the same sentence. */
export const isReply = (tokens: Tokens, { cueFrom }: Clause): boolean =>
  /^(?:repl(?:y|ies|ied)|answer|retort|counter|rejoin)/u.test(tokens[cueFrom]?.lower ?? '') &&
  !tokens
    .slice(sentenceStart(tokens, cueFrom), cueFrom)
    .some(({ lower }) => /^(?:asked|pressed|questioned|quizzed|challenged)$/u.test(lower));
