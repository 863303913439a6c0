import type { NewsroomSettings } from '../newsroom/model';
import type { Person } from './model';

/**
 * Whether the quotes of somebody need approval. What is said of the person goes first; else the newsroom's rule, which
 * is about persons: an organisation's quotes need none. Null: somebody who is not among the people of the newsroom.
 */
export const needsApproval = (
  person: Pick<Person, 'kind' | 'approval'> | null,
  rule: NewsroomSettings['approvals'],
): boolean =>
  person?.approval === undefined ? rule === 'persons' && person?.kind !== 'organisation' : person.approval === 'needed';
