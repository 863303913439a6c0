import type { Cell, Line } from './lines';
import { KIND_CLASS, Sign } from './Sign';
import { Paragraphs } from './Words';

type Props = {
  readonly lines: readonly Line[];
  readonly chosen: number | null;
  readonly onChoose: (change: number) => void;
  readonly names: { readonly before: string; readonly after: string };
};

/** The two versions as typeset text, line by line. Both ends of the chosen change are ringed. */
export const Sheet = ({ lines, chosen, onChoose, names }: Props) => (
  <div className="sheet2" role="table" aria-label={`${names.before} beside ${names.after}`}>
    <div role="row" className="vh">
      <span role="columnheader">{names.before}</span>
      <span role="columnheader">{names.after}</span>
    </div>
    {lines.map((line) => {
      const { change } = line;
      const isChosen = change !== null && change === chosen;
      const choose = change === null ? undefined : () => onChoose(change);
      return (
        <div
          key={line.key}
          role="row"
          className={`line look-${line.look} ${isChosen ? 'act' : ''}`}
          data-change={change ?? undefined}
          onClick={choose}
        >
          <Side cell={line.left} side="left" line={line} />
          <span className={`sg ${KIND_CLASS[line.kind]}`} aria-hidden="true">
            {line.kind !== 'same' && <Sign kind={line.kind} />}
          </span>
          <Side cell={line.right} side="right" line={line} />
        </div>
      );
    })}
  </div>
);

const Side = ({ cell, side, line }: { readonly cell: Cell; readonly side: 'left' | 'right'; readonly line: Line }) => {
  const kind = line.kind === 'same' ? '' : `k-${KIND_CLASS[line.kind]}`;
  if (cell.has === 'nothing') {
    return (
      <div role="cell" className={`c ${side} ${kind} gone`}>
        <span>{cell.says}</span>
      </div>
    );
  }
  return (
    <div role="cell" className={`c ${side} ${kind}`}>
      {cell.tag !== '' && <span className="tag">{cell.tag}</span>}
      <Paragraphs pieces={cell.pieces} side={side} />
    </div>
  );
};
