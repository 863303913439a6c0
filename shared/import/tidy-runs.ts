import type { Run } from '../release/model';
import { CELL_END } from '../release/tables';
import { joinRuns } from '../release/text';

/** Runs with one space where several met, none at the ends or around a line break; empty where no word is left. */
export const trimmed = (runs: readonly Run[]): readonly Run[] => {
  const tidy: Run[] = [];
  let before = '\n';
  for (const run of runs) {
    let text = run.text;
    if (/[ \n]$/.test(before)) text = text.replace(/^ +/, '');
    if (text.startsWith('\n')) trimEnd(tidy);
    if (text === '') continue;
    before = text;
    tidy.push({ ...run, text });
  }
  while (tidy.length > 0 && /^\s*$/.test(tidy.at(-1)?.text ?? '')) tidy.pop();
  trimEnd(tidy);
  while (tidy[0] !== undefined && /^\s*$/.test(tidy[0].text)) tidy.shift();
  return joinRuns(tidy);
};

/** The runs of a row, each cell's tidied; the ends of cells stay. */
export const withinCells = (runs: readonly Run[]): readonly Run[] => {
  const cells: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === CELL_END) cells.push([]);
    else cells.at(-1)?.push({ ...run, text: run.text.replaceAll(CELL_END, ' ') });
  }
  if (cells.every((cell) => trimmed(cell).length === 0)) return [];
  return joinRuns(cells.flatMap((cell, column) => [...(column > 0 ? [{ text: CELL_END }] : []), ...trimmed(cell)]));
};

/** A stretch of spaces is looked at from its beginning alone: from each of its spaces a long one would take minutes. */
const trimEnd = (runs: Run[]): void => {
  const last = runs.at(-1);
  if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.replace(/(?<![ \n])[ \n]+$/, '') };
};
