import { isWord, type Clause } from './clause';
import { phraseFrom } from './phrases';
import type { Token } from './tokens';

const WRITTEN = /^(?:statement|letter|message|e-?mail|post|note|tweet)$/u;
const SENT = ['issued', 'released', 'published', 'signed', 'sent', 'posted', 'written'] as const;

/** "A statement from the Harbour Trust said", "a letter signed by Jane Roe read": who wrote it is who speaks. */
export const byAuthor = (tokens: readonly Token[], clause: Clause): Clause => {
  const { phrase } = clause;
  if (phrase.kind !== 'nominal' || !WRITTEN.test(tokens[phrase.to]?.lower ?? '')) return clause;
  const at = phrase.to + (isWord(tokens[phrase.to + 1], ...SENT) ? 2 : 1);
  const author = isWord(tokens[at], 'from', 'by') ? phraseFrom(tokens, at + 1) : null;
  if (author?.kind !== 'named' || tokens[author.to]?.sentence !== tokens[at]?.sentence) return clause;
  return { ...clause, phrase: author, apposition: null };
};
