import { memo } from 'react';
import { DecisionStrip } from './DecisionStrip';
import type { Decision, Decisions } from './decisions';
import type { Change, Layout, Line, Names } from '../../shared/compare/line';
import { type LinkPart, linkParts } from './link';
import type { Offers } from './offers';
import { Side } from './Side';
import { KIND_CLASS, Sign } from './Sign';
import './sheet.css';

type Props = {
  readonly layout: Layout;
  readonly chosen: number | null;
  readonly decisions: Decisions;
  readonly offers: Offers;
  readonly names: Names;
  /** Each side scrolls by itself. */
  readonly isApart: boolean;
  readonly onChoose: (change: number) => void;
  readonly onDecide: (change: number, decision: Decision) => void;
};

/** From so many lines on, those out of sight are not laid out. */
const MANY_LINES = 120;

/** The two versions as typeset text, line by line. Both ends of the chosen change are ringed, those of a move joined. */
export const Sheet = ({ layout, chosen, decisions, offers, names, isApart, onChoose, onDecide }: Props) => {
  const sheetClass = layout.lines.length > MANY_LINES ? 'sheet2 is-long' : 'sheet2';
  const links = linkParts(layout.lines, chosen);
  const rows = (only: 'left' | 'right' | null) =>
    layout.lines.map((line, index) => (
      <Row
        key={line.key}
        line={line}
        only={only}
        isChosen={line.change !== null && line.change === chosen}
        link={only === null ? (links.get(index) ?? null) : null}
        title={line.change === null ? '' : (layout.changes[line.change]?.title ?? '')}
        change={line.isPlace && line.change !== null && only !== 'left' ? (layout.changes[line.change] ?? null) : null}
        decision={line.change === null ? undefined : decisions.get(line.change)}
        offers={offers}
        onChoose={onChoose}
        onDecide={onDecide}
      />
    ));
  if (!isApart) {
    return (
      <div className={sheetClass} role="table" aria-label={`${names.before} beside ${names.after}`}>
        <div role="row" className="vh">
          <span role="columnheader">{names.before}</span>
          <span role="columnheader">What changed</span>
          <span role="columnheader">{names.after}</span>
          <span role="columnheader">Decision</span>
        </div>
        {rows(null)}
      </div>
    );
  }
  return (
    <div className="apart">
      {(['left', 'right'] as const).map((side) => {
        const name = names[side === 'left' ? 'before' : 'after'];
        return (
          <div key={side} className="own-scroll" data-side={side} tabIndex={0} role="region" aria-label={name}>
            <div className={sheetClass} role="table" aria-label={name}>
              {rows(side)}
            </div>
          </div>
        );
      })}
    </div>
  );
};

type RowProps = Pick<Props, 'offers' | 'onChoose' | 'onDecide'> & {
  readonly line: Line;
  readonly only: 'left' | 'right' | null;
  readonly isChosen: boolean;
  readonly link: LinkPart | null;
  /** What changed here, in words; empty where nothing did. */
  readonly title: string;
  /** The change whose decision is shown here. */
  readonly change: Change | null;
  readonly decision: Decision | undefined;
};

const Row = memo((props: RowProps) => {
  const { line, only, isChosen, link, title, change, decision, offers, onChoose, onDecide } = props;
  const index = line.change;
  const lot = decision === undefined ? '' : decision === 'left' ? 'is-left' : 'is-taken';
  return (
    <div
      role="row"
      className={`line look-${line.look} ${isChosen ? 'act' : ''} ${lot} ${line.move !== null && !line.isPlace ? 'stood' : ''}`}
      data-change={index ?? undefined}
      data-line={line.key}
      onClick={index === null ? undefined : () => onChoose(index)}
    >
      {only !== 'right' && <Side cell={line.left} side="left" line={line} />}
      {only === null && (
        <span role="cell" className={`sg ${KIND_CLASS[line.kind]} ${link ?? ''}`}>
          {line.kind !== 'same' && <Sign kind={line.kind} />}
          {line.move !== null && (
            <span className="mk" aria-hidden="true">
              {line.move}
            </span>
          )}
          <span className="vh">{title}</span>
        </span>
      )}
      {only !== 'left' && <Side cell={line.right} side="right" line={line} />}
      {change !== null && index !== null && (isChosen || decision !== undefined) && (
        <DecisionStrip
          change={change}
          index={index}
          decision={decision}
          isChosen={isChosen}
          offers={offers}
          onDecide={onDecide}
        />
      )}
    </div>
  );
});
Row.displayName = 'Row';
