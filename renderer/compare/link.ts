import type { Line } from '../../shared/compare/line';

/** A piece of the line that joins the two ends of a move in the gutter: which end it is, and to which side it turns. */
export type LinkPart = 'link' | 'link top left' | 'link top right' | 'link bottom left' | 'link bottom right';

/** The pieces of that line for the chosen change, by index of its line; none where it is no move. */
export const linkParts = (lines: readonly Line[], chosen: number | null): ReadonlyMap<number, LinkPart> => {
  const parts = new Map<number, LinkPart>();
  if (chosen === null) return parts;
  const ends = lines.flatMap((line, index) => (line.change === chosen && line.move !== null ? [{ line, index }] : []));
  const [top, bottom] = ends;
  if (top === undefined || bottom === undefined) return parts;
  // The end where it stood turns to the left text, the end where it stands to the right one.
  parts.set(top.index, top.line.left.has === 'words' ? 'link top left' : 'link top right');
  for (let index = top.index + 1; index < bottom.index; index += 1) parts.set(index, 'link');
  parts.set(bottom.index, bottom.line.left.has === 'words' ? 'link bottom left' : 'link bottom right');
  return parts;
};
