import type { Line } from './line';
import { type Side, indicesAt } from './merge';
import type { Comparison } from './model';
import { noteRows } from './take-over';

/** A block of the body or the notes of a release, or a field of text, whose block is 0. */
export type TextPlace = { readonly part: 'headline' | 'standfirst' | 'body' | 'notes'; readonly block: number };

/** The blocks of one side that stand in a line of a comparison; none where nothing of it stands there, or no text does. */
export const placesInLine = (
  { key }: Pick<Line, 'key'>,
  comparison: Pick<Comparison, 'blocks' | 'fields'>,
  side: Side,
): readonly TextPlace[] => {
  const [part, row] = key.split(' ');
  if (key === 'headline' || key === 'standfirst') return [{ part: key, block: 0 }];
  if (part !== 'body' && part !== 'notes') return [];
  const change = (part === 'body' ? comparison.blocks : noteRows(comparison))[Number(row)];
  return change === undefined ? [] : indicesAt(change, side).map((block) => ({ part, block }));
};
