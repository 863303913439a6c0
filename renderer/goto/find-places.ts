import { dayWords } from '../../shared/archive/dates';
import type { Shortcut } from '../../shared/ipc/contract';
import type { MenuCommand } from '../../shared/ipc/contract';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import type { PersonId, ReleaseId } from '../../shared/release/model';

/** Somewhere to go, or something to do: what it is called, what stands beside it, and what it is. */
export type Way = { readonly name: string; readonly hint: string } & (
  | { readonly kind: 'release'; readonly id: ReleaseId }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'command'; readonly id: MenuCommand }
);

/** Text as it is looked through: without capitals and accents, so that “glyn” finds Glŷn. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');

/** All ways there are: commands in the order of the menus, people, and releases with the one saved last first. */
export const allWays = (
  commands: readonly Shortcut[],
  people: readonly Person[],
  releases: readonly ReleaseSummary[],
): readonly Way[] => [
  ...releases
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map(({ id, headline, reference, state, date }): Way => {
      const name = headline.trim() === '' ? 'No headline yet' : headline;
      return { kind: 'release', id, name, hint: [state, reference, dayWords(date)].filter(Boolean).join(' · ') };
    }),
  ...people.map(({ id, name, roles }): Way => ({ kind: 'person', id, name, hint: roles.at(-1)?.title ?? '' })),
  ...commands.flatMap(({ id, command, menu, keys }): readonly Way[] =>
    id === null || id === 'go-to'
      ? []
      : [{ kind: 'command', id, name: command.replace(/…$/, ''), hint: keys === '' ? menu : `${menu} · ${keys}` }],
  ),
];

/**
 * The ways in which every word stands, in the name or beside it; those whose name begins with what is typed first, then those in
 * which a word begins with it, each kind in its order. With nothing typed: all.
 */
export const findWays = (ways: readonly Way[], typed: string): readonly Way[] => {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const rank = ({ name, hint }: Way): number => {
    const [title, all] = [folded(name), folded(`${name} ${hint}`)];
    if (!words.every((word) => all.includes(word))) return 3;
    if (title.startsWith(words.join(' '))) return 0;
    return words.every((word) => ` ${title}`.includes(` ${word}`)) ? 1 : 2;
  };
  return ways
    .map((way) => ({ way, rank: rank(way) }))
    .filter((each) => each.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ way }) => way);
};
