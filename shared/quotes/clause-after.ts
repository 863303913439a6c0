import { appositionAt, isAdverb, isVerb, isWord, pastBracket, verbKind, type Clause } from './clause';
import { anyVerbAfter } from './clause-any-verb';
import { isPersonIn, isPersonName, mayBeName } from './name-parts';
import { ROLE_WORDS } from './names';
import { isAuxiliary, isDeterminer, phraseFrom, type Phrase } from './phrases';
import { nameBehind, subjectOf } from './subject';
import type { Token } from './tokens';
import { isReporting, PLAIN, SAYING, STRONG } from './verbs';

/** "the chair of the board and former member for Port Ennor, Nia Prosser.": however long the office is, the name ends it. */
const officeNamedLast = (tokens: readonly Token[], { from, to }: Phrase): Phrase | null => {
  const { sentence } = tokens[from] ?? {};
  if (
    !isDeterminer(tokens[from]?.lower ?? '') ||
    !tokens.slice(from, to + 1).some(({ lower }) => ROLE_WORDS.has(lower))
  )
    return null;
  let end = to;
  while (tokens[end + 1]?.sentence === sentence && !/^[.?!]$/u.test(tokens[end + 1]?.text ?? '')) end += 1;
  let comma = end - 1;
  while (comma > to && tokens[comma]?.text !== ',') comma -= 1;
  if (
    comma <= to ||
    tokens.slice(to + 1, comma).some((token, i) => token.kind === 'quote' || isVerb(tokens, to + 1 + i))
  )
    return null;
  const name = phraseFrom(tokens, comma + 1);
  return name?.to === end && isPersonIn(tokens, comma + 1, end) ? name : null;
};

/** "said Jane Roe, chair, and Owen Bell": both of them. */
const withSecond = (tokens: readonly Token[], first: Phrase, sentence: number): Phrase | null => {
  const told = appositionAt(tokens, first.to + 1, sentence);
  const at = (told?.to ?? 0) + 1;
  if (told === null || tokens[at]?.text !== ',' || !isWord(tokens[at + 1], 'and')) return null;
  const second = phraseFrom(tokens, at + 2);
  const names = [first, second].map((each) =>
    each === null ? [] : tokens.slice(each.from, each.to + 1).map(({ text }) => text),
  );
  return second?.kind === 'named' && names.every(isPersonName) ? { ...second, from: first.from } : null;
};

/** "long-serving harbour master and lifeboat coxswain Hywel Garn" from token `from`: two callings, then the name. */
const twoCallings = (tokens: readonly Token[], from: number): Phrase | null => {
  const { sentence } = tokens[from] ?? {};
  let at = from;
  while (at < from + 12 && tokens[at]?.sentence === sentence && tokens[at]?.kind === 'word' && !tokens[at]?.capital) {
    if (isVerb(tokens, at) || /^(?:that|who|he|she|they|it)$/u.test(tokens[at]?.lower ?? '')) return null;
    at += 1;
  }
  if (at === from || !tokens.slice(from, at).some(({ lower }) => lower === 'and')) return null;
  const name = phraseFrom(tokens, at);
  return name !== null && isPersonIn(tokens, at, name.to) ? { from, to: name.to, kind: 'named' } : null;
};

/** "added his brother, Gethin Pugh." at the end of its sentence. */
const nameAtEnd = (tokens: readonly Token[], phrase: Phrase): Phrase | null => {
  const last = officeNamedLast(tokens, phrase);
  if (last !== null) return last;
  if (phrase.kind !== 'nominal' || tokens[phrase.to + 1]?.text !== ',') return null;
  const name = phraseFrom(tokens, phrase.to + 2);
  if (name?.kind !== 'named' || !/^[.?!]$/u.test(tokens[name.to + 1]?.text ?? '.')) return null;
  return mayBeName(tokens.slice(name.from, name.to + 1).map((token) => token.text)) ? name : null;
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
        verb: 'label',
        subject: 'beside',
      }
    );
  }
  let v = i;
  while (v < i + 3 && isAdverb(tokens[v]) && !isReporting(tokens[v]?.lower ?? '')) v += 1;
  if (
    !first.capital &&
    isVerb(tokens, v) &&
    STRONG.has(tokens[v]?.lower ?? '') &&
    !/ing$/u.test(tokens[v]?.lower ?? '')
  ) {
    let s = v + 1;
    while (isAdverb(tokens[s]) && !isWord(tokens[s], 'in', 'on', 'to')) s += 1;
    const phrase = tokens[s]?.sentence === sentence ? (twoCallings(tokens, s) ?? phraseFrom(tokens, s)) : null;
    // “…”, said he was proud: what he was follows, and no verb of his.
    if (phrase !== null && !(phrase.kind === 'pronoun' && isAuxiliary(tokens[phrase.to + 1]?.lower ?? ''))) {
      const both = withSecond(tokens, phrase, sentence);
      const named = both ?? nameBehind(tokens, phrase) ?? nameAtEnd(tokens, phrase);
      const apposition =
        both !== null
          ? null
          : named === null
            ? appositionAt(tokens, phrase.to + 1, sentence)
            : { from: phrase.from, to: phrase.to };
      return {
        phrase: named ?? phrase,
        cueFrom: v,
        cueTo: v,
        last: named?.to ?? apposition?.to ?? phrase.to,
        apposition,
        grip: 'beside',
        plain: PLAIN.has(tokens[v]?.lower ?? ''),
        verb: verbKind(tokens[v]?.lower ?? ''),
        subject: 'beside',
      };
    }
  }
  return (
    turned(tokens, i) ??
    subjectFirst(tokens, i, sentence) ??
    longSubject(tokens, i, sentence) ??
    anyVerbAfter(tokens, q)
  );
};

/** What is heard rather than said: "came shouts from the crowd". */
const HEARD = /^(?:shouts?|cry|cries|calls?|chants?|voices?|yells?|screams?|reply|replies|answers?|response|words?)$/u;

/** “…,” came the reply from Jane Roe · “…,” is how Jane Roe put it: what stands behind a quote at `i`, turned about. */
const turned = (tokens: readonly Token[], i: number): Clause | null => {
  const how = isWord(tokens[i], 'is', 'was') && isWord(tokens[i + 1], 'how') ? i + 2 : null;
  const noun = isWord(tokens[i + 1], 'a', 'an', 'the', 'another') ? i + 2 : i + 1;
  const came = isWord(tokens[i], 'came', 'comes') && HEARD.test(tokens[noun]?.lower ?? '');
  const from = came && isWord(tokens[noun + 1], 'from') ? noun + 2 : how;
  const phrase = from === null ? null : phraseFrom(tokens, from);
  if (phrase === null || tokens[phrase.to]?.sentence !== tokens[i]?.sentence) return null;
  // “…,” was how Jane Roe was greeted: by others.
  if (isAuxiliary(tokens[phrase.to + 1]?.lower ?? '')) return null;
  const cueTo = how === null ? phrase.from - 1 : i + 1;
  return {
    phrase,
    cueFrom: i,
    cueTo,
    last: phrase.to,
    apposition: null,
    grip: 'beside',
    plain: how === null,
    verb: 'saying',
    subject: 'beside',
  };
};

/** "Bell’s lawyer": it ends in a noun, however it begins. */
const isRelation = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens[to]?.capital === false && tokens.slice(from, to).some((token) => token.possessive);

/** "Jane Roe, chair of Y, said" from token `i` on. */
const subjectFirst = (tokens: readonly Token[], i: number, sentence: number): Clause | null => {
  const phrase = phraseFrom(tokens, i);
  if (phrase === null) return null;
  let next = pastBracket(tokens, phrase.to + 1);
  const apposition = appositionAt(tokens, next, sentence);
  if (apposition !== null && tokens[apposition.to + 1]?.text === ',') next = apposition.to + 2;
  // "a message on the website reads".
  const place =
    phrase.kind === 'nominal' && isWord(tokens[next], 'on', 'in', 'from', 'at', 'outside')
      ? phraseFrom(tokens, next + 1)
      : null;
  if (place !== null && STRONG.has(tokens[place.to + 1]?.lower ?? '') && isVerb(tokens, place.to + 1))
    next = place.to + 1;
  while (isAdverb(tokens[next]) && tokens[next]?.sentence === sentence && !isVerb(tokens, next)) next += 1;
  const verb = tokens[next];
  if (verb?.sentence !== sentence || !isVerb(tokens, next) || verb.capital) return null;
  const used = next > phrase.to + 2 ? apposition : null;
  // "another friend, Nia Prosser, said": the name between the commas is who spoke.
  const isName =
    used !== null &&
    (phrase.kind === 'nominal' || isRelation(tokens, phrase)) &&
    mayBeName(tokens.slice(used.from, used.to + 1).map((token) => token.text));
  if (used !== null && isName)
    return {
      phrase: { ...used, kind: 'named' },
      cueFrom: next,
      cueTo: next,
      last: next,
      apposition: { from: phrase.from, to: phrase.to },
      grip: 'beside',
      plain: PLAIN.has(verb.lower),
      verb: verbKind(verb.lower),
      subject: 'across',
    };
  return {
    phrase,
    cueFrom: next,
    cueTo: next,
    last: next,
    apposition: used,
    grip: 'beside',
    plain: PLAIN.has(verb.lower),
    verb: verbKind(verb.lower),
    subject: next > phrase.to + 2 ? 'across' : 'beside',
  };
};

/** How far behind a quote the verb may stand. */
const LONG_SUBJECT = 26;

/** "Jane Roe, who has chaired the board since May said": a subject too long to read as one phrase. */
const longSubject = (tokens: readonly Token[], i: number, sentence: number): Clause | null => {
  const first = tokens[i];
  if (first?.kind !== 'word' || !(first.capital || isDeterminer(first.lower))) return null;
  for (let v = i + 1; v < i + LONG_SUBJECT && tokens[v]?.sentence === sentence; v += 1) {
    const verb = tokens[v];
    if (verb === undefined || verb.kind === 'quote') return null;
    if (!SAYING.has(verb.lower) || verb.capital || /ing$/u.test(verb.lower) || !isVerb(tokens, v)) continue;
    const near = subjectOf(tokens, v);
    // The whole stretch is the subject where it begins with a name or a noun and its clause: "Jane Roe, … said", "a man who … said".
    const head = phraseFrom(tokens, i);
    const follows = tokens[(head?.to ?? 0) + 1];
    const relative = head?.kind === 'nominal' && isWord(follows, 'who', 'which', 'that', 'whose');
    const whole = relative || (head?.kind === 'named' && follows?.text === ',') ? head : null;
    const phrase = near?.phrase.from === i ? near.phrase : (whole ?? near?.phrase ?? null);
    if (phrase === null || phrase.from < i) return null;
    const subject = phrase.from === i && phrase.to === v - 1 ? 'beside' : 'across';
    const common = { phrase, cueFrom: v, cueTo: v, last: v, grip: 'beside', subject } as const;
    return { ...common, apposition: null, plain: PLAIN.has(verb.lower), verb: 'saying' };
  }
  return null;
};

/** How many tokens may tell more behind a signature: "– Nia Prosser, director, Wyr Ferries, Port Ennor". */
const SIGNED_MORE = 10;

/** "– Nia Prosser, chair of the board" or the same in brackets, from token `from` to the end of its block. */
export const signature = (tokens: readonly Token[], from: number): Clause | null => {
  const mark = tokens[from]?.text ?? '';
  if (!/^[–—(-]$/u.test(mark)) return null;
  const phrase = phraseFrom(tokens, from + 1);
  if (phrase?.kind !== 'named') return null;
  const apposition = appositionAt(tokens, phrase.to + 1, tokens[phrase.from]?.sentence ?? 0);
  // A bracket that closes is no part of what is told behind the name.
  const to = apposition !== null && tokens[apposition.to]?.text === ')' ? apposition.to - 1 : (apposition?.to ?? 0);
  const told = apposition === null ? null : { from: apposition.from, to };
  const last = told?.to ?? phrase.to;
  const rest = tokens.slice(last + 1).filter((token) => token.text !== '.');
  const more = rest.length <= SIGNED_MORE && rest.every((token, i) => token.kind !== 'quote' && !isVerb(rest, i));
  if (
    mark === '('
      ? rest.at(-1)?.text !== ')' || rest.length > SIGNED_MORE
      : !(rest.length === 0 || (rest[0]?.text === ',' && more))
  )
    return null;
  const common = { cueFrom: from, cueTo: from, plain: true, verb: 'label', subject: 'beside' } as const;
  return { ...common, phrase, last, apposition: told, grip: 'beside' };
};

/** "Nia Prosser, chair of the board", a whole block below a quote with no mark in front of it. */
export const lineSignature = (tokens: readonly Token[]): Clause | null => {
  const phrase = tokens.length > SIGNED_MORE + 4 ? null : phraseFrom(tokens, 0);
  if (phrase?.kind !== 'named' || tokens[phrase.to + 1]?.text !== ',') return null;
  const isLine = tokens.every(
    (token, i) => token.kind !== 'quote' && !/^[.?!:]$/u.test(token.text) && !isVerb(tokens, i),
  );
  if (!isLine || !isPersonIn(tokens, 0, phrase.to)) return null;
  const apposition = { from: phrase.to + 2, to: tokens.length - 1 };
  const common = {
    cueFrom: 0,
    cueTo: phrase.to,
    plain: true,
    verb: 'label',
    subject: 'guessed',
    grip: 'beside',
  } as const;
  return { ...common, phrase, last: apposition.to, apposition };
};

/** The clause that ends the sentence of a fragment: "The wall was “in a poor state”, the board said." */
export const clauseTrailing = (tokens: readonly Token[], q: number): Clause | null => {
  const sentence = tokens[q]?.sentence ?? 0;
  for (let i = q + 1; tokens[i]?.sentence === sentence; i += 1) {
    if (tokens[i]?.text !== ',') continue;
    const to = isWord(tokens[i + 1], 'according') && isWord(tokens[i + 2], 'to');
    const verb = tokens[i + 1];
    // "told the Post" has its object behind it, not who told.
    const inverted = verb !== undefined && SAYING.has(verb.lower) && !/ing$|^(?:told|tells)$/u.test(verb.lower);
    const phrase = phraseFrom(tokens, to ? i + 3 : inverted ? i + 2 : i + 1);
    if (phrase === null || tokens[phrase.to]?.sentence !== sentence) continue;
    const common = { phrase, apposition: null, grip: 'sentence', subject: 'beside' } as const;
    if (to) return { ...common, cueFrom: i + 1, cueTo: i + 2, last: phrase.to, plain: true, verb: 'label' };
    if (inverted && phrase.kind === 'named')
      return { ...common, cueFrom: i + 1, cueTo: i + 1, last: phrase.to, plain: PLAIN.has(verb.lower), verb: 'saying' };
    let v = phrase.to + 1;
    while (isAdverb(tokens[v]) && tokens[v]?.sentence === sentence) v += 1;
    const said = tokens[v];
    if (said?.sentence !== sentence || !SAYING.has(said.lower) || /ing$/u.test(said.lower) || !isVerb(tokens, v))
      continue;
    return { ...common, cueFrom: v, cueTo: v, last: v, plain: PLAIN.has(said.lower), verb: 'saying' };
  }
  return null;
};
