import { peopleWithSurname } from '../../shared/people/match';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { Proposal, Quote } from '../../shared/quotes/model';
import type { Day } from '../../shared/release/model';

/**
 * Who is offered where the speaker is in doubt: those whom the text proposes, best first, and then everybody of the
 * newsroom who has the surname that stands in the text. Each of them once.
 */
export const candidates = (
  { proposals }: Pick<Quote, 'proposals'>,
  people: readonly Person[],
  day: Day | '',
): readonly Proposal[] => {
  const mention = proposals[0]?.mention ?? '';
  const known = new Set(proposals.map(({ person }) => person));
  const namesakes = peopleWithSurname(mention.split(/\s+/u).at(-1) ?? '', people).filter(({ id }) => !known.has(id));
  return [
    ...proposals,
    ...namesakes.map((person) => ({
      name: person.name,
      mention,
      mentionRange: null,
      role: roleOn(person, day),
      person: person.id,
      confidence: 0,
      reason: 'has the same surname',
    })),
  ];
};
