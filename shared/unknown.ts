import { canonicalJson } from './canonical';

/* What stands in a file that this Standfirst does not know: fields of a later one of the same format, or another program's.
   It is not part of the document's type, and nothing here shows or decides by it. It travels with the value that was read,
   under a symbol, which copies made by spreading carry on and which neither JSON nor the bridge to the page does; and it
   is put back, wherever its owner still exists, when the value is written. */

/** A step on the way to an owner: a key, or an entry of a list, by its id, else by all that is known of it. */
type Step =
  | string
  | { readonly id: string; readonly nth: number }
  | { readonly like: string; readonly nth: number; readonly name: string | null };

/** Fields that are not known, and the way to the object in which they stood. */
type Stray = { readonly path: readonly Step[]; readonly fields: readonly (readonly [string, unknown])[] };
type Unknown = readonly Stray[];

/** Where a document has keys that are not known: the way to their owner, with indices for entries of lists. */
export type StrayKeys = { readonly path: readonly PropertyKey[]; readonly keys: readonly string[] };

const UNKNOWN = Symbol('unknown fields');

type Bag = { readonly [key: PropertyKey]: unknown };

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;
const at = (value: unknown, key: PropertyKey): unknown => (isBag(value) ? value[key] : undefined);

const unknownOf = (value: object): Unknown => ((value as Bag)[UNKNOWN] as Unknown | undefined) ?? [];

/** Whether something travels with a value that was read and is not known. */
export const hasUnknown = (value: object): boolean => unknownOf(value).length > 0;

/** Whether something that is not known stands in the entry of a list that has this id. */
export const hasUnknownOf = (value: object, id: string): boolean =>
  unknownOf(value).some(({ path }) => path.some((step) => typeof step === 'object' && 'id' in step && step.id === id));

/** A copy of a parsed document without these keys. */
export const without = (document: unknown, stray: readonly StrayKeys[]): unknown =>
  stray.reduce(
    (value, { path, keys }) =>
      changedAt(value, path, (owner) =>
        Object.fromEntries(Object.entries(owner).filter(([key]) => !keys.includes(key))),
      ),
    document,
  );

/** The value of a document with what was taken out of it: `known` is the document without those keys, `value` what was made of it. */
export const carrying = <Value extends object>(
  value: Value,
  document: unknown,
  known: unknown,
  stray: readonly StrayKeys[],
): Value => {
  if (stray.length === 0) return value;
  const found: Unknown = stray.map(({ path, keys }) => {
    const owner = path.reduce(at, document);
    return { path: stepsOf(known, path), fields: keys.map((key) => [key, at(owner, key)] as const) };
  });
  return { ...value, [UNKNOWN]: found };
};

/** A value that takes the place of others, with what was unknown in all of them: what stands in a later one wins. */
export const carryOn = <Value extends object>(value: Value, ...before: readonly object[]): Value => {
  const all = before.flatMap(unknownOf);
  return all.length === 0 ? value : { ...value, [UNKNOWN]: all };
};

/** The value as it is written: what was unknown in what was read stands in its place again. */
export const whole = (value: object): unknown =>
  unknownOf(value).reduce<unknown>((document, { path, fields }) => putBack(document, path, fields), { ...value });

/** The one written form of a value that was read, with what is unknown in it. */
export const writtenForm = (value: object): string => canonicalJson(whole(value));

const stepsOf = (known: unknown, path: readonly PropertyKey[]): readonly Step[] => {
  let owner = known;
  return path.map((key) => {
    const list = Array.isArray(owner) ? (owner as readonly unknown[]) : null;
    const entry = at(owner, key);
    owner = entry;
    if (list === null) return String(key);
    const id = at(entry, 'id');
    const before = list.slice(0, Number(key));
    if (typeof id === 'string') return { id, nth: before.filter((each) => at(each, 'id') === id).length };
    const like = canonicalJson(entry);
    const name = at(entry, 'name');
    const isAlone = typeof name === 'string' && list.filter((each) => at(each, 'name') === name).length === 1;
    return { like, nth: before.filter((each) => canonicalJson(each) === like).length, name: isAlone ? name : null };
  });
};

/** Where an entry stands now; -1 where it is no more. One whose other fields changed is known by a name that it alone has. */
const indexOf = (list: readonly unknown[], step: Exclude<Step, string>): number => {
  const nth = (isIt: (entry: unknown) => boolean): number =>
    list.flatMap((entry, index) => (isIt(entry) ? [index] : []))[step.nth] ?? -1;
  if ('id' in step) return nth((entry) => at(entry, 'id') === step.id);
  const same = nth((entry) => canonicalJson(knownPart(entry)) === step.like);
  if (same !== -1 || step.name === null) return same;
  const named = list.flatMap((entry, index) => (at(entry, 'name') === step.name ? [index] : []));
  return named.length === 1 ? (named[0] ?? -1) : -1;
};

const putBack = (value: unknown, path: readonly Step[], fields: Stray['fields']): unknown => {
  const [step, ...rest] = path;
  if (!isBag(value)) return value;
  if (step === undefined) return withFields(value, fields);
  if (typeof step === 'string') {
    if (Array.isArray(value) || !isBag(value[step])) return value;
    return withFields(value, [[step, putBack(value[step], rest, fields)]]);
  }
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const index = indexOf(list, step);
  return index === -1
    ? value
    : list.map((entry, place) => (place === index ? putBack(markKnown(entry), rest, fields) : entry));
};

/** Entries are found by what is known of them, also after something unknown was put back into them. */
const KNOWN = Symbol('the known part');
const knownPart = (entry: unknown): unknown => at(entry, KNOWN) ?? entry;
const markKnown = (entry: unknown): unknown =>
  isBag(entry) && entry[KNOWN] === undefined ? { ...entry, [KNOWN]: entry } : entry;

const withFields = (value: Bag, fields: Stray['fields']): Bag => {
  const changed = { ...value };
  // A field may have any name: `__proto__` too is a field like every other.
  for (const [key, field] of fields)
    Object.defineProperty(changed, key, { value: field, enumerable: true, configurable: true, writable: true });
  return changed;
};

const changedAt = (value: unknown, path: readonly PropertyKey[], change: (owner: Bag) => Bag): unknown => {
  const [key, ...rest] = path;
  if (!isBag(value)) return value;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((entry, index) =>
      index === key ? changedAt(entry, rest, change) : entry,
    );
  return withFields(value, [[String(key), changedAt(value[key], rest, change)]]);
};
