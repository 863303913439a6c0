import type { Person } from '../people/model';
import type { PersonId } from '../release/model';
import { findQuotes } from './find';
import { CERTAIN } from './model';

/** A person of the newsroom, for tests; no title, no role. */
export const person = (id: string, name: string, title: string, kind: Person['kind'] = 'person'): Person => ({
  id: id as PersonId,
  kind,
  name,
  alsoKnownAs: [],
  roles: title === '' ? [] : [{ title, from: null, to: null }],
  approvalsContact: '',
});

/** Who is proposed for the last quote of a text, with ` ?` where it is not certain; paragraphs are parted by ` | `. */
export const lastSpeaker = (text: string): string => {
  const best = findQuotes(
    text.split(' | ').map((paragraph) => ({ text: paragraph, kind: 'text' })),
    [],
  ).at(-1)?.proposals[0];
  if (best === undefined) return 'nobody';
  return `${best.name || `(${best.mention})`}${best.confidence >= CERTAIN ? '' : ' ?'}`;
};
