import { appositionAt, isParticiple, isPassive, isVerb, isWord, verbKind, type Clause } from './clause';
import { phraseFrom } from './phrases';
import { isFinite, mainSubject, nameBehind, sentenceSubject, subjectOf } from './subject';
import type { Token } from './tokens';
import { PLAIN, STRONG } from './verbs';

const GIVING = new Set(
  'issued released published gave made delivered sent offered put posted shared issue issues'.split(' '),
);
const WORDS_OF = new Set(
  'reply response message statement words comment comments answer verdict advice warning reaction'.split(' '),
);

/** "has issued the following statement:" – a verb of giving with a noun of saying before `q`. */
const isGiving = (tokens: readonly Token[], i: number, q: number): boolean =>
  /^[,:]$/u.test(tokens[q - 1]?.text ?? '') &&
  GIVING.has(tokens[i]?.lower ?? '') &&
  tokens.slice(i + 1, q).some((token) => WORDS_OF.has(token.lower));

/** The clause whose verb, or "according to", stands at `v`, for the quote at `q`. */
const clauseAt = (tokens: readonly Token[], v: number, q: number): Clause | null => {
  const token = tokens[v];
  if (token === undefined) return null;
  const { sentence } = token;
  if (token.lower === 'according' && isWord(tokens[v + 1], 'to')) {
    const phrase = phraseFrom(tokens, v + 2);
    if (phrase === null || phrase.to >= q) return null;
    const apposition = appositionAt(tokens, phrase.to + 1, sentence);
    const common = { cueFrom: v, cueTo: v + 1, plain: true, verb: 'label', subject: 'beside' } as const;
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
    const by = gap.findIndex((each) => each.lower === 'by');
    const agent = by < 0 ? null : phraseFrom(tokens, v + 2 + by);
    return agent === null || agent.to >= q
      ? null
      : { ...common, phrase: agent, last: agent.to, apposition: null, subject: 'across' };
  }
  const participle = /ing$/u.test(token.lower) && isParticiple(tokens, v) && !isFinite(tokens, v);
  const subject = participle ? mainSubject(tokens, v) : subjectOf(tokens, v);
  if (subject !== null)
    return { ...common, phrase: subject.phrase, last: q - 1, apposition: subject.apposition, subject: subject.how };
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
    const close = clause.grip === 'beside' && weak === null;
    if (clause.verb === 'saying' || clause.verb === 'label') return clause;
    if (close && (clause.verb === 'naming' ? q - v <= NAMING_REACH : STRONG.has(tokens[v]?.lower ?? ''))) return clause;
    weak ??= clause;
  }
  return weak;
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
  const inWords = ['in', 'the', 'words', 'of'].every((word, i) => isWord(tokens[from + i], word));
  if (inWords) from += 4;
  if (isVerb(tokens, from)) return null;
  const noun = isWord(tokens[colon - 1], 'was', 'is', 'came') ? colon - 2 : colon - 1;
  const said = WORDS_OF.has(tokens[noun]?.lower ?? '')
    ? tokens.findIndex((token, i) => i >= from && i < colon && token.possessive)
    : -1;
  if (said >= 0) {
    const owner = phraseFrom(tokens, from);
    if (owner !== null && owner.from <= said)
      return {
        phrase: { ...owner, to: said },
        cueFrom: noun,
        cueTo: noun,
        last: colon - 1,
        apposition: null,
        grip: 'beside',
        plain: true,
        verb: 'label',
        subject: 'beside',
      };
  }
  const phrase = phraseFrom(tokens, from);
  if (phrase === null) return null;
  const apposition = appositionAt(tokens, phrase.to + 1, sentence);
  const last = apposition?.to ?? phrase.to;
  if (last !== colon - 1 || phrase.kind === 'nominal') return null;
  return {
    phrase,
    cueFrom: colon,
    cueTo: colon,
    last,
    apposition,
    grip: 'beside',
    plain: true,
    verb: 'label',
    subject: 'beside',
  };
};
