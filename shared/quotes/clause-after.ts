import { appositionAt, isAdverb, isVerb, isWord, pastBracket, type Clause } from './clause';
import { phraseFrom } from './phrases';
import type { Token } from './tokens';
import { isReporting, PLAIN, STRONG } from './verbs';

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
