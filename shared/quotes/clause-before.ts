import {
  absolute,
  appositionAt,
  isParticiple,
  isPassive,
  isVerb,
  isWord,
  pastBracket,
  verbKind,
  type Clause,
} from './clause';
import { isPersonIn } from './name-parts';
import { phraseFrom, phraseUntil, type Phrase } from './phrases';
import { isFinite, mainSubject, nameBehind, sentenceSubject, subjectOf } from './subject';
import type { Token } from './tokens';
import { PLAIN, SAYING, STRONG, WORDS_OF } from './verbs';

const GIVING = new Set(
  'issued released published gave made delivered sent offered put posted shared issue issues'.split(' '),
);

/** "has issued the following statement:" – a verb of giving with a noun of saying before `q`. */
const isGiving = (tokens: readonly Token[], i: number, q: number): boolean =>
  /^[,:]$/u.test(tokens[q - 1]?.text ?? '') &&
  GIVING.has(tokens[i]?.lower ?? '') &&
  tokens.slice(i + 1, q).some((token) => WORDS_OF.has(token.lower));

/** The end of "in the words of" that begins at `i`; null where it does not. */
const wordsOf = (tokens: readonly Token[], i: number): number | null =>
  isWord(tokens[i], 'in') &&
  isWord(tokens[i + 1], 'the') &&
  isWord(tokens[i + 2], 'words', 'view', 'opinion', 'eyes') &&
  isWord(tokens[i + 3], 'of')
    ? i + 3
    : null;

const DOCUMENT =
  /^(?:report|letter|review|judgment|judgement|ruling|survey|study|submission|statement|email|book|article|paper|document|minutes|memo)$/u;

/** "was described in the report as": what says so where nobody does. */
const documentIn = (tokens: readonly Token[], from: number, to: number): Phrase | null => {
  for (let i = from; i < to; i += 1) {
    const phrase = isWord(tokens[i], 'in') ? phraseFrom(tokens, i + 1) : null;
    if (phrase !== null && phrase.to < to && DOCUMENT.test(tokens[phrase.to]?.lower ?? '')) return phrase;
  }
  return null;
};

/** "Calling it “a mess”, the mayor walked out": the subject behind the quote at `q`, where a participle opens the sentence. */
const subjectBehind = (tokens: readonly Token[], q: number): Phrase | null => {
  const comma = tokens[q + 1]?.text === ',';
  if (tokens[q]?.kind !== 'quote' || !(comma || /,['’"”»]+$/u.test(tokens[q].text))) return null;
  const at = comma ? q + 2 : q + 1;
  return tokens[at]?.sentence === tokens[q].sentence ? phraseFrom(tokens, at) : null;
};

/** Verbs whose object is the one told: "told Jane Roe:" has her behind it, not who told. */
const TELLS_SOMEBODY = /^(?:told|tells?|ask(?:s|ed)?|warn(?:s|ed)?|answer(?:s|ed)?)$/u;

/** "The bridge will stay shut, says Jane Roe: “": the sentence comes first, and who said it stands behind the verb at `v`. */
const turnedAtEnd = (tokens: readonly Token[], v: number, q: number): Phrase | null => {
  const { lower = '' } = tokens[v] ?? {};
  if (tokens[v - 1]?.text !== ',' || tokens[q - 1]?.text !== ':' || !PLAIN.has(lower) || TELLS_SOMEBODY.test(lower))
    return null;
  const phrase = /ing$/u.test(lower) ? null : phraseFrom(tokens, v + 1);
  return phrase?.kind === 'named' && phrase.to === q - 2 ? phrase : null;
};

/** Who is quoted where "as saying" follows token `to`: "quoted Owen Bell", "Owen Bell is quoted in the Post". */
const quotedBefore = (tokens: readonly Token[], to: number): Phrase | null => {
  let v = to;
  while (v > to - 8 && tokens[v]?.lower !== 'quoted') v -= 1;
  return isPassive(tokens, v) ? (subjectOf(tokens, v)?.phrase ?? null) : phraseUntil(tokens, to);
};

/** The clause whose verb, or "according to", stands at `v`, for the quote at `q`. */
export const clauseAt = (tokens: readonly Token[], v: number, q: number): Clause | null => {
  const token = tokens[v];
  if (token === undefined) return null;
  const { sentence } = token;
  const by = token.lower === 'according' && isWord(tokens[v + 1], 'to') ? v + 1 : wordsOf(tokens, v);
  if (by !== null) {
    const phrase = phraseFrom(tokens, by + 1);
    if (phrase === null || phrase.to >= q) return null;
    const apposition = appositionAt(tokens, phrase.to + 1, sentence);
    const common = { cueFrom: v, cueTo: by, plain: true, verb: 'label', subject: 'beside' } as const;
    return { ...common, phrase, last: phrase.to, apposition, grip: 'beside' };
  }
  const giving = isGiving(tokens, v, q);
  if (!giving && !isVerb(tokens, v)) return null;
  const verb = giving ? 'saying' : verbKind(token.lower);
  const plain = giving || PLAIN.has(token.lower);
  const gap = tokens.slice(v + 1, q);
  const near = gap.every((each) => each.kind === 'mark' || (gap.length <= 7 && each.kind !== 'quote'));
  const grip = near ? 'beside' : 'sentence';
  const common = { cueFrom: v, cueTo: v, plain, verb, grip } as const;
  if (!giving && isPassive(tokens, v)) {
    const of = gap.findIndex((each) => each.lower === 'by');
    // "was called “an insult” by Ms Roe".
    const behind =
      of < 0 && tokens[q]?.kind === 'quote' && isWord(tokens[q + 1], 'by') ? phraseFrom(tokens, q + 2) : null;
    const agent = behind ?? (of < 0 ? documentIn(tokens, v + 1, q) : phraseFrom(tokens, v + 2 + of));
    return agent === null || (agent.to >= q && agent !== behind)
      ? null
      : { ...common, phrase: agent, last: agent.to, apposition: null, subject: 'across' };
  }
  // "a plan branded by Jane Roe as “reckless”".
  const agent = verb === 'naming' && isWord(tokens[v + 1], 'by') ? phraseFrom(tokens, v + 2) : null;
  if (agent !== null && agent.kind !== 'pronoun' && agent.to < q)
    return { ...common, phrase: agent, last: agent.to, apposition: null, subject: 'across' };
  const turned = turnedAtEnd(tokens, v, q);
  if (turned !== null) return { ...common, phrase: turned, last: q - 1, apposition: null, subject: 'beside' };
  // "Jane Roe quoted Owen Bell as saying “": his words, whoever quotes him.
  const quoted = token.lower === 'saying' && isWord(tokens[v - 1], 'as') ? quotedBefore(tokens, v - 2) : null;
  if (quoted?.kind === 'named') return { ...common, phrase: quoted, last: q - 1, apposition: null, subject: 'beside' };
  const own = absolute(tokens, v);
  if (own !== null) return { ...common, phrase: own, last: q - 1, apposition: null, subject: 'beside' };
  const participle = /ing$/u.test(token.lower) && isParticiple(tokens, v) && !isFinite(tokens, v);
  const opening = participle && tokens[v - 1]?.sentence !== sentence ? subjectBehind(tokens, q) : null;
  if (opening !== null) return { ...common, phrase: opening, last: q - 1, apposition: null, subject: 'main' };
  const subject = participle ? mainSubject(tokens, v) : subjectOf(tokens, v);
  if (subject !== null) {
    // "they hold banners saying", "she asked the crowd to welcome": whose the verb is, is not as plain.
    const loose = (/ing$/u.test(token.lower) && !isFinite(tokens, v)) || isWord(tokens[v - 1], 'to');
    const how = loose && subject.how === 'beside' ? 'main' : subject.how;
    return { ...common, phrase: subject.phrase, last: q - 1, apposition: subject.apposition, subject: how };
  }
  const opens = v === 0 || tokens[v - 1]?.sentence !== sentence;
  const inverted = opens ? phraseFrom(tokens, v + 1) : null;
  if (inverted !== null && inverted.to < q && inverted.kind === 'named') {
    const named = nameBehind(tokens, inverted);
    const apposition = named && { from: inverted.from, to: inverted.to };
    const phrase = named ?? inverted;
    return { ...common, phrase, last: phrase.to, apposition, grip: 'beside', subject: 'beside' };
  }
  const guess = sentenceSubject(tokens, v);
  if (guess === null || guess.to >= v) return null;
  return { ...common, phrase: guess, last: q - 1, apposition: null, grip: 'sentence', subject: 'guessed' };
};

/** Whether a pronoun is the subject and a verb of saying stands straight before it: "she said that she hoped". */
const isTold = (tokens: readonly Token[], { phrase, subject }: Clause): boolean => {
  if (phrase.kind !== 'pronoun' || subject !== 'beside') return false;
  const before = isWord(tokens[phrase.from - 1], 'that') ? phrase.from - 2 : phrase.from - 1;
  return (
    tokens[before]?.sentence === tokens[phrase.from]?.sentence &&
    SAYING.has(tokens[before]?.lower ?? '') &&
    isVerb(tokens, before)
  );
};

/** How many tokens may stand between a verb of naming and the fragment it leads into. */
const NAMING_REACH = 9;

/**
 * The clause before the token at `q` in its sentence: "Jane Roe said: “" · "According to the board, “". The nearest
 * counts, but what somebody thinks, wants or fears inside what somebody said is the words of who said it.
 */
export const clauseBefore = (tokens: readonly Token[], q: number): Clause | null => {
  const sentence = (tokens[q] ?? tokens[q - 1])?.sentence;
  let weak: Clause | null = null;
  for (let v = q - 1; v >= 0 && tokens[v]?.sentence === sentence; v -= 1) {
    const clause = clauseAt(tokens, v, q);
    if (clause === null) continue;
    // "Both said they hoped": what they hope is what both said.
    if (clause.verb === 'thinking' && isTold(tokens, clause)) {
      weak ??= clause;
      continue;
    }
    const close = clause.grip === 'beside' && weak === null;
    if (clause.verb === 'saying' || clause.verb === 'label') return clause;
    if (close && (clause.verb === 'naming' ? q - v <= NAMING_REACH : STRONG.has(tokens[v]?.lower ?? ''))) return clause;
    weak ??= clause;
  }
  return weak;
};

/** "Jane Roe – “…”" or "Jane Roe (chair) – “…”" at the head of a block: a name and a dash alone. */
const dashLabel = (tokens: readonly Token[], dash: number): Clause | null => {
  const phrase = phraseFrom(tokens, 0);
  if (phrase?.kind !== 'named' || !isPersonIn(tokens, 0, phrase.to)) return null;
  const isBracketed = tokens[phrase.to + 1]?.text === '(' && pastBracket(tokens, phrase.to + 1) === dash;
  if (!isBracketed && phrase.to !== dash - 1) return null;
  const apposition = isBracketed ? { from: phrase.to + 2, to: dash - 2 } : null;
  const common = {
    cueFrom: dash,
    cueTo: dash,
    grip: 'beside',
    plain: true,
    verb: 'label',
    subject: 'guessed',
  } as const;
  return { ...common, phrase, last: dash - 1, apposition };
};

/** "Jane Roe:" · "Jane Roe’s reply:" or "From Jane Roe, chair of Y:" straight before the token at `q`, with no verb. */
export const labelBefore = (tokens: readonly Token[], q: number): Clause | null => {
  const colon = q - 1;
  if (/^[–—-]$/u.test(tokens[colon]?.text ?? '')) return dashLabel(tokens, colon);
  if (tokens[colon]?.text !== ':') return null;
  const sentence = tokens[colon].sentence;
  let from = colon;
  while (from > 0 && tokens[from - 1]?.sentence === sentence && !/^[–—-]$/u.test(tokens[from - 1]?.text ?? ''))
    from -= 1;
  // "Statement by Jane Roe:", "Quote from Jane Roe, chair:".
  const noun = tokens[from]?.lower ?? '';
  const isHeaded = (WORDS_OF.has(noun) || noun === 'quote') && isWord(tokens[from + 1], 'from', 'by', 'of');
  if (isHeaded) from += 2;
  else if (isWord(tokens[from], 'from', 'by', 'per')) from += 1;
  if (isVerb(tokens, from)) return null;
  const common = { grip: 'beside', plain: true, verb: 'label', subject: 'beside' } as const;
  const owned = ownedWords(tokens, from, colon);
  if (owned !== null) {
    const { phrase, noun } = owned;
    return { ...common, phrase, cueFrom: noun, cueTo: noun, last: colon - 1, apposition: null };
  }
  const cue = { cueFrom: colon, cueTo: colon } as const;
  const phrase = phraseFrom(tokens, from);
  // The letter of "Q:" and "A:" is nobody.
  if (phrase === null || (phrase.from === phrase.to && tokens[from]?.text.length === 1)) return null;
  // "The Bishop of Orran, the Rt Revd Simon Keel:" and "Chair of the board, Nia Prosser:".
  const name = nameBehind(tokens, phrase);
  if (name?.to === colon - 1)
    return { ...common, ...cue, phrase: name, last: name.to, apposition: { from: phrase.from, to: phrase.to } };
  const apposition = appositionAt(tokens, phrase.to + 1, sentence);
  const last = apposition?.to ?? phrase.to;
  if (last !== colon - 1 || phrase.kind === 'nominal') return null;
  for (let i = phrase.to + 1; i < colon && !isWord(tokens[i], 'who', 'whose'); i += 1)
    if (isVerb(tokens, i)) return null;
  return { ...common, ...cue, phrase, last, apposition };
};

/** "Jane Roe’s reply", "Her message to parents is simple": whose words they are, and the noun that says so. */
const ownedWords = (
  tokens: readonly Token[],
  from: number,
  colon: number,
): { readonly phrase: Phrase; readonly noun: number } | null => {
  const theirs = /^(?:his|her|their|its)$/u.test(tokens[from]?.lower ?? '');
  let owner = from;
  while (!theirs && owner < colon && tokens[owner]?.possessive !== true) owner += 1;
  let noun = owner + 1;
  while (noun < colon && !WORDS_OF.has(tokens[noun]?.lower ?? '')) noun += 1;
  if (noun >= colon || noun > owner + 4) return null;
  const rest = tokens.slice(noun + 1, colon);
  const tells =
    rest.length === 0 ||
    isWord(rest[0], 'to', 'for', 'on') ||
    rest.some((token) => /^(?:was|is|came|remains|remained)$/u.test(token.lower));
  if (!tells || rest.length > 9 || rest.some((_, i) => isVerb(tokens, noun + 1 + i))) return null;
  if (theirs) return { phrase: { from, to: from, kind: 'pronoun' }, noun };
  const phrase = phraseFrom(tokens, from);
  return phrase === null || phrase.from > owner ? null : { phrase: { ...phrase, to: owner }, noun };
};
