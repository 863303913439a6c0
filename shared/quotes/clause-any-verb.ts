import { appositionAt, isAdverb, type Clause } from './clause';
import { isPersonName, mayBeName } from './name-parts';
import { phraseFrom, type Phrase } from './phrases';
import type { Token } from './tokens';
import { isReporting } from './verbs';

/** A quote that its sentence breaks off: “…,” or “…!” with more behind it. */
export const BROKEN_OFF = /[,?!…—–][’'”"»]*$/u;

/** A verb in the past that no list needs to know: "stormed", "seethed"; the few that end otherwise. */
const PAST = /.{2}ed$|^(?:swore|wept|spat|sang|swung|shot|bit|hit|cut|forecast)$/u;

const mayTell = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !token.capital && (PAST.test(token.lower) || isReporting(token.lower));

const isPerson = (tokens: readonly Token[], { from, to, kind }: Phrase): boolean => {
  const words = tokens.slice(from, to + 1).map(({ text }) => text);
  return kind === 'named' && (isPersonName(words) || mayBeName(words));
};

/**
 * “…,” stormed Jane Roe · “…,” she seethed: the place tells what the verb does, whichever it is. Only beside a quote at
 * `q` that is broken off, and only with a person: such an answer is a guess.
 */
export const anyVerbAfter = (tokens: readonly Token[], q: number): Clause | null => {
  const quote = tokens[q];
  const i = q + 1;
  if (quote === undefined || tokens[i]?.sentence !== quote.sentence || !BROKEN_OFF.test(quote.text)) return null;
  const common = { grip: 'beside', plain: false, verb: 'thinking', subject: 'guessed' } as const;
  if (mayTell(tokens[i]) && !/ing$/u.test(tokens[i]?.lower ?? '')) {
    const phrase = phraseFrom(tokens, i + 1);
    if (phrase === null || !isPerson(tokens, phrase)) return null;
    const apposition = appositionAt(tokens, phrase.to + 1, quote.sentence);
    return { ...common, phrase, cueFrom: i, cueTo: i, last: apposition?.to ?? phrase.to, apposition };
  }
  const phrase = phraseFrom(tokens, i);
  const isHeOrShe = phrase?.kind === 'pronoun' && /^(?:he|she)$/u.test(tokens[phrase.from]?.lower ?? '');
  if (phrase === null || !(isHeOrShe || isPerson(tokens, phrase))) return null;
  let v = phrase.to + 1;
  while (isAdverb(tokens[v])) v += 1;
  if (tokens[v]?.sentence !== quote.sentence || !mayTell(tokens[v])) return null;
  return { ...common, phrase, cueFrom: v, cueTo: v, last: v, apposition: null };
};
