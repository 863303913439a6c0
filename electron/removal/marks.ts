import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { wordsIn } from '../../shared/archive/folded-words';

/*
 * What is to be found again once it is erased may be kept nowhere. So each stretch of words that is searched for is kept
 * as a hash with a salt, and so are the words with which one begins and ends: by them most stretches of a text are
 * passed over without being hashed.
 */

export const marksSchema = z.strictObject({
  salt: z.string(),
  /** How many words a stretch has. */
  lengths: z.array(z.int().positive()),
  edges: z.array(z.string()),
  stretches: z.array(z.string()),
});
export type Marks = Readonly<z.infer<typeof marksSchema>>;

const hashOf = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt} ${text}`).digest('hex').slice(0, 16);

/** The marks of stretches of folded words. */
export const marksOf = (stretches: ReadonlySet<string>): Marks => {
  const salt = randomBytes(16).toString('hex');
  const edges = new Set<string>();
  const lengths = new Set<number>();
  for (const stretch of stretches) {
    const words = stretch.split(' ');
    lengths.add(words.length);
    for (const edge of [words[0], words.at(-1)]) edges.add(hashOf(salt, edge ?? ''));
  }
  const marks = [...stretches].map((stretch) => hashOf(salt, stretch));
  return { salt, lengths: [...lengths].sort((a, b) => a - b), edges: [...edges].sort(), stretches: marks.sort() };
};

/** Finds the stretches in a text; the answer gives each found one in its folded words. */
export type Finder = (text: string) => ReadonlySet<string>;

export const makeFinder = ({ salt, lengths, edges, stretches }: Marks): Finder => {
  const edgeMarks = new Set(edges);
  const marks = new Set(stretches);
  const known = new Map<string, boolean>();
  const isEdge = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const is = edgeMarks.has(hashOf(salt, word));
    known.set(word, is);
    return is;
  };
  return (text) => {
    const found = new Set<string>();
    if (marks.size === 0) return found;
    const words = wordsIn(text);
    for (const [at, word] of words.entries()) {
      if (!isEdge(word)) continue;
      for (const length of lengths) {
        const last = words[at + length - 1];
        if (last === undefined || !isEdge(last)) continue;
        const stretch = words.slice(at, at + length).join(' ');
        if (marks.has(hashOf(salt, stretch))) found.add(stretch);
      }
    }
    return found;
  };
};
