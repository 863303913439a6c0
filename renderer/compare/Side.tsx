import type { Cell, Line } from '../../shared/compare/line';
import { KIND_CLASS } from './Sign';
import { Paragraphs } from './Words';

type Props = { readonly cell: Cell; readonly side: 'left' | 'right'; readonly line: Line };

/** One side of a line: its words as they are typeset, or what is said in their place. */
export const Side = ({ cell, side, line }: Props) => {
  const kind = line.kind === 'same' ? '' : `k-${KIND_CLASS[line.kind]}`;
  const mark =
    line.move === null ? null : (
      <span className="mk apart-only" aria-hidden="true">
        {line.move}
      </span>
    );
  if (cell.has === 'nothing') {
    return (
      <div role="cell" className={`c ${side} ${kind} gone`}>
        {mark}
        <span>{cell.says}</span>
      </div>
    );
  }
  return (
    <div role="cell" className={`c ${side} ${kind}`}>
      {mark}
      {cell.tag !== '' && <span className="tag">{cell.tag}</span>}
      <Paragraphs pieces={cell.pieces} side={side} number={cell.number} depth={cell.depth} />
    </div>
  );
};
