import { WEIGHTS } from './weights';

/** What is seen of an answer that makes it surer or more doubtful. */
export const SIGNS = [
  // the clause
  'behind',
  'led',
  'before',
  'ending',
  'signed',
  'subject',
  'above',
  'carried in the paragraph',
  'carried past more words',
  'carried over paragraphs',
  'verb of saying',
  'verb of naming',
  'verb of thinking',
  'far in the sentence',
  'over an apposition',
  'subject of a participle',
  'subject guessed',
  'rival clause',
  'two verbs of saying',
  'another reports',
  'another reports behind',
  'perhaps not theirs',
  // the quote
  'fragment',
  'loose fragment',
  'short',
  'no closing mark',
  // who
  'unknown first name',
  'long name',
  'end of role guessed',
  'surname of one',
  'surname of one who spoke',
  'surname of the last',
  'surname of several',
  'surname alone',
  'organisation',
  'speaks for a body',
  'two people',
  'role of one',
  'role of several',
  'body of one',
  'not named',
  'nobody who speaks',
  'definite noun',
  'epithet',
  'pronoun of one',
  'pronoun of several',
  'pronoun of two near',
  'pronoun of two joined',
  'pronoun of no known gender',
  'pronoun from afar',
  'pronoun over another name',
  'pronoun over a stranger',
  'pronoun of somebody unnamed',
  'pronoun of nobody near',
  'pronoun of who spoke',
  'reached nobody known',
  'fragment of nobody known',
  'spoke last',
  'no name',
] as const;
export type Sign = (typeof SIGNS)[number];

/** Signs with which an answer is never certain, whatever the weights: no name to accept, a choice between several, a guess. */
export const NEVER: ReadonlySet<Sign> = new Set([
  'no name',
  'subject',
  'carried over paragraphs',
  'rival clause',
  'another reports',
  'perhaps not theirs',
  'two people',
  'surname of several',
  'role of several',
  'end of role guessed',
  'epithet',
  'pronoun of nobody near',
  'pronoun of two joined',
  'pronoun of somebody unnamed',
  'reached nobody known',
]);
const DOUBTFUL = 0.85;

/**
 * How sure an answer is, 0 to 1 with two decimals. In: the signs seen of it. The weights are fitted on labelled text
 * by bench/fit-confidence.mjs; docs/decisions/0004-confidence.md says how.
 */
export const confidenceOf = (signs: readonly Sign[]): number => {
  let sum: number = WEIGHTS.base;
  for (const sign of signs) sum += WEIGHTS.signs[sign];
  const share = 1 / (1 + Math.exp(-sum));
  const rounded = Math.floor(share * 100) / 100;
  return signs.some((sign) => NEVER.has(sign)) ? Math.min(rounded, DOUBTFUL) : rounded;
};
