import type { Change, Trait } from '../../shared/compare/line';

/** What the list of changes can be narrowed to, in the order of its buttons. */
export const TRAITS: readonly { readonly trait: Trait; readonly name: string }[] = [
  { trait: 'words', name: 'Words' },
  { trait: 'moves', name: 'Moves' },
  { trait: 'formatting', name: 'Formatting' },
  { trait: 'fields', name: 'Fields' },
  { trait: 'quotes', name: 'Quotes' },
];

/** The changes that are about one of the chosen things, as indices; all where none is chosen. */
export const shownChanges = (changes: readonly Change[], chosen: ReadonlySet<Trait>): readonly number[] =>
  changes.flatMap(({ traits }, index) =>
    chosen.size === 0 || traits.some((trait) => chosen.has(trait)) ? [index] : [],
  );

/** The set with one thing more, or without it. */
export const toggled = (chosen: ReadonlySet<Trait>, trait: Trait): ReadonlySet<Trait> => {
  const next = new Set(chosen);
  if (!next.delete(trait)) next.add(trait);
  return next;
};

/** The change after (1) or before (-1) the chosen one among those shown, round the end; null where none is shown. */
export const stepTo = (shown: readonly number[], chosen: number | null, by: 1 | -1): number | null => {
  if (shown.length === 0) return null;
  if (chosen === null) return (by === 1 ? shown[0] : shown.at(-1)) ?? null;
  const next = by === 1 ? shown.find((index) => index > chosen) : shown.findLast((index) => index < chosen);
  return next ?? (by === 1 ? shown[0] : shown.at(-1)) ?? null;
};
