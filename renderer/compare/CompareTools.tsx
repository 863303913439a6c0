import type { ReactNode } from 'react';
import { ArrowDown, ArrowLeft, ArrowUp, Printer, SquarePen } from 'lucide-react';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import type { Change } from '../../shared/compare/line';
import { inSentence } from './words';

type Props = {
  readonly onBack: () => void;
  /** Whether the focus begins on the way back. */
  readonly focusBack: boolean;
  /** The choice of what stands side by side; null where there is nothing to choose. */
  readonly chooser: ReactNode;
  readonly changes: readonly Change[];
  readonly shown: readonly number[];
  readonly chosen: number | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onPaper: () => void;
  /** Goes to the page with the other version beside it; null where neither side is being written. */
  readonly onWriteBeside: (() => void) | null;
  readonly oneColumn: boolean;
  readonly onOneColumn: (one: boolean) => void;
  readonly listInPlace: boolean;
  readonly onListInPlace: () => void;
};

/** The tools over the comparison: back, what is compared, where one is, and the steps. */
export const CompareTools = (props: Props) => {
  const { onBack, focusBack, chooser, changes, shown, chosen, onStep } = props;
  const current = chosen === null ? undefined : changes[chosen];
  const nth = chosen === null ? -1 : shown.indexOf(chosen);
  return (
    <header className="tb compare-tools" aria-label="Compare" data-region="tools">
      <h1 className="vh">Compare versions</h1>
      <Button kind="ghost" onClick={onBack} autoFocus={focusBack}>
        <ArrowLeft className="i" aria-hidden="true" />
        <span>
          Back<span className="not-small"> to the page</span>
        </span>
      </Button>
      {chooser !== null && (
        <>
          <span className="v" />
          {chooser}
          <span className="sp" />
          <Button className="only-small" aria-pressed={props.listInPlace} onClick={props.onListInPlace}>
            {nth === -1 ? counted(shown.length, 'change') : `${nth + 1} of ${shown.length}`}
            <span className="vh">, list of changes</span>
          </Button>
          <span className="meta where not-small">
            {nth === -1 ? '' : `Change ${nth + 1} of ${shown.length}`}
            {current !== undefined && (
              <span className="not-middle">{`${nth === -1 ? 'Not among those shown' : ''}: ${inSentence(current.title)}`}</span>
            )}
          </span>
          <Button aria-keyshortcuts="Shift+F8" title="Shift F8" onClick={() => onStep(-1)}>
            <ArrowUp className="i" aria-hidden="true" />
            <span className="vh">Previous change</span>
            <span className="key not-middle" aria-hidden="true">
              ⇧F8
            </span>
          </Button>
          <Button aria-keyshortcuts="F8" title="F8" onClick={() => onStep(1)}>
            <ArrowDown className="i" aria-hidden="true" />
            <span className="vh">Next change</span>
            <span className="key not-middle" aria-hidden="true">
              F8
            </span>
          </Button>
          <Button
            kind="ghost"
            className="not-middle"
            aria-label="Print or save…"
            title="Print or save… (Ctrl P)"
            aria-keyshortcuts="Control+P"
            onClick={props.onPaper}
          >
            <Printer className="i" aria-hidden="true" />
          </Button>
          {props.onWriteBeside !== null && (
            <Button
              kind="ghost"
              className="not-middle"
              aria-label="Write on beside it"
              title="Write on, with the other version beside the page"
              onClick={props.onWriteBeside}
            >
              <SquarePen className="i" aria-hidden="true" />
            </Button>
          )}
          <span className="seg not-small" role="group" aria-label="Columns">
            <Button aria-pressed={!props.oneColumn} onClick={() => props.onOneColumn(false)}>
              Side by side
            </Button>
            <Button aria-pressed={props.oneColumn} onClick={() => props.onOneColumn(true)}>
              One column
            </Button>
          </span>
        </>
      )}
    </header>
  );
};
