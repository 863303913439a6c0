import type { Person } from '../people/model';
import { freeName } from '../release/address';
import type { Instant, PersonId, Release, Speaker } from '../release/model';

/*
 * Places of topics and people, `people/ruth-attwater-2/`. A published address must not come to mean somebody else, so names are
 * numbered in the order in which readers first had them, by every text that readers ever had and that still is in the
 * newsroom: what is added later only adds numbers. The number of who is on no page any more is nobody else's.
 */

/** Who is quoted: a name as it stands in a release, and the person of the newsroom, where that is known. A topic is a name alone. */
export type Voice = Pick<Speaker, 'name' | 'person'>;

/** A topic or a person, and the place of its list: `topics/roads/`. */
export type Listed<Item> = { readonly name: string; readonly place: string; readonly items: readonly Item[] };

/** The names in a text, as it was frozen, and since when readers had it. */
export type Named = { readonly since: Instant; readonly names: readonly Voice[] };

/** To whom a text gives words, in the order of its quotes. */
export const voicesIn = ({ quotes }: Pick<Release, 'quotes'>): Voice[] =>
  quotes
    .flatMap(({ speaker, notAQuote, ranges: [at] }) => (speaker && !notAQuote && at ? [{ speaker, at }] : []))
    .sort(({ at: a }, { at: b }) => a.block - b.block || a.start - b.start)
    .map(({ speaker: { name, person } }) => ({ name, person }));

/** Gives for a name what two of its spellings share. Few names stand in many releases: each is read once. */
export const nameKeys = (): ((by: { readonly name: string }) => string) => {
  const known = new Map<string, string>();
  return ({ name }) => {
    const key = known.get(name) ?? name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
    known.set(name, key);
    return key;
  };
};

/** One name: those who bear it, in the order in which they came, each with a place of their own. */
type Bearers = {
  /** The place of the name, which is that of the first person who bears it. */
  readonly first: string;
  readonly people: Map<PersonId, string>;
  /** Whether it stands somewhere as nobody's of the newsroom; where several bear it, that has a place too. */
  isUnknown: boolean;
  unknown: string | null;
};

/** Numbers the names. `named`: oldest first. */
const numbered = (named: readonly Named[], keyOf: ReturnType<typeof nameKeys>): ReadonlyMap<string, Bearers> => {
  const all = new Map<string, Bearers>();
  const taken = new Set<string>();
  const take = (name: string): string => {
    const free = freeName(name, (each) => taken.has(each));
    taken.add(free);
    return free;
  };
  for (const { name, person } of named.flatMap(({ names }) => names)) {
    const key = keyOf({ name });
    if (key === '') continue;
    const bearers = all.get(key) ?? { first: take(name), people: new Map(), isUnknown: false, unknown: null };
    all.set(key, bearers);
    const { people } = bearers;
    if (person === null) bearers.isUnknown = true;
    else if (!people.has(person)) people.set(person, people.size === 0 ? bearers.first : take(name));
    if (bearers.isUnknown && people.size > 1) bearers.unknown ??= take(name);
  }
  return all;
};

/** Gives for an id the person it means: the one who has it, or the one into whom its entry was merged. */
const meantBy = (people: readonly Person[]): ((id: PersonId) => PersonId) => {
  const own = new Set(people.map(({ id }) => id));
  const merged = new Map(people.flatMap(({ id, mergedFrom = [] }) => mergedFrom.map((from) => [from, id] as const)));
  return (id) => (own.has(id) ? id : (merged.get(id) ?? id));
};

type Gathered<Item> = {
  /** Sorted by name; items newest first. */
  readonly lists: readonly Listed<Item>[];
  /** Undefined where it has no list. */
  readonly placeOf: (by: Voice) => string | undefined;
};

type GatherParts<Item> = {
  readonly folder: string;
  /** Newest first. A thing that is one's twice is in its list once. */
  readonly found: readonly { readonly by: Voice; readonly item: Item }[];
  /** In every text that readers have or had. */
  readonly named: readonly Named[];
  readonly people: readonly Person[];
};

/** Things by whose they are, in lists with a place each: that of the entries merged into one is the oldest one's. */
export const gather = <Item>({ folder, found, named, people }: GatherParts<Item>): Gathered<Item> => {
  const keyOf = nameKeys();
  const idOf = meantBy(people);
  const oldestFirst = named.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const all = numbered(oldestFirst, keyOf);
  const nameOf = ({ name, person }: Voice): string | undefined => {
    const bearers = all.get(keyOf({ name }));
    if (bearers === undefined) return undefined;
    const ids = [...bearers.people.keys()].map(idOf);
    if (person === null) return new Set(ids).size > 1 ? (bearers.unknown ?? undefined) : bearers.first;
    return [...bearers.people.values()][ids.indexOf(idOf(person))];
  };
  const lists = new Map<string, { name: string; key: string; place: string; items: Item[] }>();
  for (const { by, item } of found.toReversed()) {
    const own = nameOf(by);
    if (own === undefined) continue;
    const list = lists.get(own);
    const key = `${keyOf(by)} ${by.person === null ? '' : idOf(by.person)}`;
    if (list === undefined) lists.set(own, { name: by.name.trim(), key, place: `${folder}/${own}/`, items: [item] });
    else if (list.items.at(-1) !== item) list.items.push(item);
  }
  return {
    lists: [...lists.values()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ name, place, items }) => ({ name, place, items: items.toReversed() })),
    placeOf: (by) => lists.get(nameOf(by) ?? '')?.place,
  };
};
