import type { Day } from '../release/model';
import type { Person } from './model';

/**
 * The title of the role a person held on a day; the newest begun wins where several fit. Empty where none fits.
 * Days compare as text (ISO 8601). With no day, the role still held.
 */
export const roleOn = (person: Person, day: Day | ''): string => {
  const held = person.roles.filter((role) =>
    day === '' ? role.to === null : (role.from ?? '') <= day && (role.to === null || day <= role.to),
  );
  return [...held].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1)?.title ?? '';
};
