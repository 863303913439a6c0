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

/** Keys that are not known, by the objects in which they stand: a tree, so that a document is gone through once. */
type Strays = { readonly keys: Set<string>; readonly below: Map<PropertyKey, Strays> };
const noStrays = (): Strays => ({ keys: new Set(), below: new Map() });

/** A copy of a parsed document without these keys. */
export const without = (document: unknown, stray: readonly StrayKeys[]): unknown => {
  const all = noStrays();
  for (const { path, keys } of stray) {
    let owner = all;
    for (const key of path) {
      const next = owner.below.get(key) ?? noStrays();
      owner.below.set(key, next);
      owner = next;
    }
    for (const key of keys) owner.keys.add(key);
  }
  return stripped(document, all);
};

const stripped = (value: unknown, { keys, below }: Strays): unknown => {
  if (!isBag(value)) return value;
  const within = (key: PropertyKey, inner: unknown): unknown => {
    const strays = below.get(key);
    return strays === undefined ? inner : stripped(inner, strays);
  };
  if (Array.isArray(value)) return (value as readonly unknown[]).map((entry, index) => within(index, entry));
  const kept = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept.map(([key, field]) => [key, within(key, field)]));
};

/** The value of a document with what was taken out of it: `known` is the document without those keys, `value` what was made of it. */
export const carrying = <Value extends object>(
  value: Value,
  document: unknown,
  known: unknown,
  stray: readonly StrayKeys[],
): Value => {
  if (stray.length === 0) return value;
  const stepsIn = makeStepsIn();
  const found: Unknown = stray.map(({ path, keys }) => {
    const owner = path.reduce(at, document);
    return { path: stepsOf(known, path, stepsIn), fields: keys.map((key) => [key, at(owner, key)] as const) };
  });
  return { ...value, [UNKNOWN]: found };
};

/** A value that takes the place of others, with what was unknown in all of them: what stands in a later one wins. */
export const carryOn = <Value extends object>(value: Value, ...before: readonly object[]): Value => {
  const all = before.flatMap(unknownOf);
  return all.length === 0 ? value : { ...value, [UNKNOWN]: all };
};

/** The value as it is written: what was unknown in what was read stands in its place again. */
export const whole = (value: object): unknown => putBack({ ...value }, unknownOf(value));

/** The one written form of a value that was read, with what is unknown in it. */
export const writtenForm = (value: object): string => canonicalJson(whole(value));

const stepsOf = (
  known: unknown,
  path: readonly PropertyKey[],
  stepsIn: (list: readonly unknown[]) => readonly Step[],
): readonly Step[] => {
  let owner = known;
  return path.map((key) => {
    const step = Array.isArray(owner) ? stepsIn(owner as readonly unknown[])[Number(key)] : undefined;
    owner = at(owner, key);
    return step ?? String(key);
  });
};

/** The steps to the entries of lists, each list gone through once. */
const makeStepsIn = () => {
  const known = new Map<readonly unknown[], readonly Step[]>();
  return (list: readonly unknown[]): readonly Step[] => {
    const before = known.get(list);
    if (before !== undefined) return before;
    const names = indicesBy(list, (entry) => at(entry, 'name'));
    const counts = new Map<string, number>();
    const steps = list.map((entry): Step => {
      const id = at(entry, 'id');
      const what = typeof id === 'string' ? id : canonicalJson(entry);
      const key = `${typeof id} ${what}`;
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      if (typeof id === 'string') return { id, nth };
      const name = at(entry, 'name');
      return { like: what, nth, name: typeof name === 'string' && names.get(name)?.length === 1 ? name : null };
    });
    known.set(list, steps);
    return steps;
  };
};

/** Where the entries of a list stand, by something that is told of them. */
const indicesBy = (list: readonly unknown[], tell: (entry: unknown) => unknown): Map<unknown, number[]> => {
  const indices = new Map<unknown, number[]>();
  for (const [index, entry] of list.entries()) {
    const key = tell(entry);
    const others = indices.get(key);
    if (others === undefined) indices.set(key, [index]);
    else others.push(index);
  }
  return indices;
};

/** Tells where entries of a list stand now; -1 where one is no more. One whose other fields changed is known by a name that it alone has. */
const makeIndexOf = (list: readonly unknown[]): ((step: Exclude<Step, string>) => number) => {
  const ids = indicesBy(list, (entry) => at(entry, 'id'));
  const names = indicesBy(list, (entry) => at(entry, 'name'));
  let likes: Map<unknown, number[]> | null = null;
  return (step) => {
    if ('id' in step) return ids.get(step.id)?.[step.nth] ?? -1;
    const same = (likes ??= indicesBy(list, canonicalJson)).get(step.like)?.[step.nth];
    if (same !== undefined) return same;
    const named = step.name === null ? [] : (names.get(step.name) ?? []);
    return named.length === 1 ? (named[0] ?? -1) : -1;
  };
};

/** A value with what is not known put back into it, wherever its owner still exists. */
const putBack = (value: unknown, strays: Unknown): unknown => {
  if (!isBag(value) || strays.length === 0) return value;
  const indexOf = Array.isArray(value) ? makeIndexOf(value as readonly unknown[]) : null;
  const below = new Map<PropertyKey, Stray[]>();
  for (const { path, fields } of strays) {
    const [step, ...rest] = path;
    if (step === undefined || (typeof step === 'string') === (indexOf !== null)) continue;
    const key = typeof step === 'string' ? step : (indexOf?.(step) ?? -1);
    const inner = below.get(key);
    if (inner === undefined) below.set(key, [{ path: rest, fields }]);
    else inner.push({ path: rest, fields });
  }
  if (Array.isArray(value))
    return (value as readonly unknown[]).map((entry, index) => putBack(entry, below.get(index) ?? NOTHING));
  const changed = [...below].flatMap(([key, inner]) =>
    isBag(value[key]) ? [[String(key), putBack(value[key], inner)] as const] : [],
  );
  return withFields(value, [...changed, ...strays.flatMap(({ path, fields }) => (path.length === 0 ? fields : []))]);
};
const NOTHING: Unknown = [];

const withFields = (value: Bag, fields: Stray['fields']): Bag => {
  const changed = { ...value };
  // A field may have any name: `__proto__` too is a field like every other.
  for (const [key, field] of fields)
    Object.defineProperty(changed, key, { value: field, enumerable: true, configurable: true, writable: true });
  return changed;
};
