import { useEffect, useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { grouped } from '../ui/numbers';
import { useRows } from '../ui/use-rows';
import { ReleaseRow } from './ReleaseRow';
import type { Group } from './groups';
import type { ListPlace } from './list-place';

type Props = {
  readonly groups: readonly Group[];
  readonly scroller: HTMLElement;
  readonly place: RefObject<ListPlace>;
  readonly openId: ReleaseId | null;
  readonly now: Date;
  readonly zone: string;
  readonly onOpen: (id: ReleaseId) => void;
  readonly onOpenInWindow: (id: ReleaseId) => void;
  readonly onMoveToTrash: (id: ReleaseId) => void;
  readonly onMenu: (menu: { readonly row: ReleaseSummary; readonly x: number; readonly y: number }) => void;
};

/** What stands in the list from top to bottom: the name of a group, or a release with its number among all of them. */
type Line =
  | { readonly kind: 'name'; readonly group: Group }
  | { readonly kind: 'row'; readonly group: Group; readonly row: ReleaseSummary; readonly place: number };

const linesOf = (groups: readonly Group[]): readonly Line[] => {
  let place = 0;
  return groups
    .filter(({ rows }) => rows.length > 0)
    .flatMap((group): Line[] => [
      { kind: 'name', group },
      ...group.rows.map((row): Line => ({ kind: 'row', group, row, place: (place += 1) })),
    ]);
};

const [NAME_HEIGHT, ROW_HEIGHT] = [25, 56];

/** The releases by group (WAI-ARIA listbox with groups). Only what is in view is drawn; the numbers say how many there are. */
export const ReleaseRows = ({
  groups,
  scroller,
  place,
  openId,
  now,
  zone,
  onOpen,
  onOpenInWindow,
  onMoveToTrash,
  onMenu,
}: Props) => {
  const [stop, setStop] = useState<ReleaseId | null>(null);
  const lines = linesOf(groups);
  const indexOf = (id: ReleaseId | null): number =>
    id === null ? -1 : lines.findIndex((line) => line.kind === 'row' && line.row.id === id);
  const at =
    [indexOf(stop), indexOf(openId), lines.findIndex(({ kind }) => kind === 'row')].find((each) => each >= 0) ?? -1;
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const list = useRows({
    count: lines.length,
    height: ROW_HEIGHT,
    heightOf: (index) => (lines[index]?.kind === 'name' ? NAME_HEIGHT : ROW_HEIGHT),
    scroller,
    keyOf: (index) => {
      const line = lines[index];
      return line === undefined ? String(index) : line.kind === 'row' ? line.row.id : line.group.name;
    },
    held: at,
    before: place.current.rows,
  });

  // What goes still stands on the page here: the next desk's list then begins with it.
  const { heights } = list;
  useLayoutEffect(
    () => () => {
      const hadFocus = document.activeElement?.matches('[data-release]') === true;
      place.current = { ...place.current, rows: { top: scroller.scrollTop, heights: heights(), hadFocus } };
    },
    [place, scroller, heights],
  );
  useEffect(() => {
    if (at < 0) return;
    if (place.current.rows?.hadFocus === true) list.focus(at);
    else if (indexOf(openId) === at) list.show(at);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as they are drawn
  }, []);

  const isRow = (index: number): boolean => lines[index]?.kind === 'row';
  /** The next place in a direction at which a release stands. */
  const towards = (from: number, by: 1 | -1): number => {
    let to = from;
    while (to >= 0 && to < lines.length && !isRow(to)) to += by;
    return isRow(to) ? to : -1;
  };
  const onKeys = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-release]') : null;
    const index = Number(row?.dataset['index'] ?? -1);
    const line = lines[index];
    if (line?.kind !== 'row') return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: towards(index + 1, 1),
      ArrowUp: towards(index - 1, -1),
      PageDown: towards(Math.min(lines.length - 1, index + 10), -1),
      PageUp: towards(Math.max(0, index - 10), 1),
      Home: towards(0, 1),
      End: towards(lines.length - 1, -1),
    };
    const to = steps[event.key];
    if (to !== undefined) {
      const next = lines[to];
      if (next?.kind === 'row') {
        setStop(next.row.id);
        list.focus(to);
      }
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onOpenInWindow(line.row.id);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(line.row.id);
    else if (event.key === 'Delete') {
      onMoveToTrash(line.row.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div role="listbox" aria-label="Releases" className="rows" style={{ height: list.size }} onKeyDown={onKeys}>
      {groups.map((group) => {
        const drawn = list.rows.filter(({ index }) => lines[index]?.group === group);
        return drawn.length === 0 ? null : (
          <ul key={group.name} role="group" aria-label={`${group.name}, ${group.rows.length}`}>
            {drawn.map(({ index, key, start }) => {
              const line = lines[index];
              return line === undefined ? null : line.kind === 'name' ? (
                <li
                  key={key}
                  role="presentation"
                  className="group-name"
                  ref={list.measure}
                  data-index={index}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {group.name} <span>{grouped(group.rows.length)}</span>
                </li>
              ) : (
                <ReleaseRow
                  key={key}
                  row={line.row}
                  isOpen={line.row.id === openId}
                  isStop={index === at}
                  place={line.place}
                  of={total}
                  index={index}
                  start={start}
                  measure={list.measure}
                  now={now}
                  zone={zone}
                  onChoose={() => {
                    setStop(line.row.id);
                    onOpen(line.row.id);
                  }}
                  onMenu={(place) => {
                    setStop(line.row.id);
                    onMenu({ row: line.row, ...place });
                  }}
                />
              );
            })}
          </ul>
        );
      })}
    </div>
  );
};
