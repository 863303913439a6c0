import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CloudDownload, ListFilter, Plus, Search, TriangleAlert } from 'lucide-react';
import type { Newsroom, ReleaseSummary, UnreadableRelease } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import { FilterWords, ListFilters } from './ListFilters';
import { NewsroomNav } from './NewsroomNav';
import { NotRead } from './NotRead';
import { ReleaseRows } from './ReleaseRows';
import { RowMenu } from './RowMenu';
import { WHOLE_LIST, narrowed, sorted } from './filters';
import { type Group, groupReleases } from './groups';
import type { ListPlace } from './list-place';
import '../ui/find.css';
import './release-list.css';
import { useFound } from './use-found';

type Props = {
  readonly newsroom: Newsroom;
  readonly place: RefObject<ListPlace>;
  readonly openId: ReleaseId | null;
  readonly onOpen: (id: ReleaseId) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onPeople: () => void;
  readonly onRegister: () => void;
  readonly onTrash: () => void;
  readonly onBackups: () => void;
  readonly onSettings: () => void;
  readonly onDuplicate: (id: ReleaseId) => void;
  readonly onOpenInWindow: (id: ReleaseId) => void;
  readonly onMoveToTrash: (id: ReleaseId) => void;
  readonly onRemove: (id: ReleaseId, headline: string) => void;
};

/** The release in the list that the keyboard stands on. */
const STOP = '[role="option"][tabindex="0"]';

/** The side of the newsroom: its screens, its releases by group, and what finds, narrows and sorts them. */
export const ReleaseList = (props: Props) => {
  const { newsroom, place, openId, onOpen, onNew, onDuplicate, onOpenInWindow, onMoveToTrash, onRemove } = props;
  const [menu, setMenu] = useState<{ readonly row: ReleaseSummary; readonly x: number; readonly y: number } | null>(
    null,
  );
  const [words, setWords] = useState(place.current.words);
  const [view, setView] = useState(place.current.view);
  const [areFiltersShown, setFiltersShown] = useState(place.current.areFiltersShown);
  useEffect(() => {
    place.current = { ...place.current, words, view, areFiltersShown };
  }, [place, words, view, areFiltersShown]);
  const side = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = side.current;
    if (element === null) return;
    element.scrollTop = place.current.top;
    return () => {
      place.current = { ...place.current, top: element.scrollTop };
    };
  }, [place]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const looked = useDeferredValue(words);
  const met = useFound(newsroom.releases, looked, place);
  const { now, groups } = useMemo(() => {
    const moment = new Date();
    const rows = narrowed(met, view, moment);
    const inOne = (sort: Exclude<typeof view.sort, 'groups'>): readonly Group[] => [
      { name: 'Releases', rows: sorted(rows, sort) },
    ];
    return { now: moment, groups: view.sort === 'groups' ? groupReleases(rows, moment) : inOne(view.sort) };
  }, [met, view]);
  const found = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const isNarrowed = found < newsroom.releases.length || looked.trim() !== '';
  const focusStop = (): void => scroller?.querySelector<HTMLElement>(STOP)?.focus();

  const isAway = ({ code }: UnreadableRelease): boolean => code === 'not-downloaded';
  const away = newsroom.unreadable.filter(isAway);
  const damaged = newsroom.unreadable.filter((each) => !isAway(each));

  return (
    <aside className="side" aria-label="Newsroom" data-region="list" ref={side}>
      <NewsroomNav
        {...props}
        releases={newsroom.releases.length}
        people={newsroom.people.people.length}
        onReleases={focusStop}
      />
      <div className="find" role="search">
        <span className="f">
          <Search className="i" aria-hidden="true" />
          <input
            type="search"
            aria-label="Find in releases"
            placeholder="Find in releases"
            data-find="releases"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                focusStop();
              }
            }}
          />
        </span>
        <Button
          kind="ghost"
          aria-label="Narrow and sort"
          title="Narrow and sort"
          aria-expanded={areFiltersShown}
          aria-controls="list-filters"
          onClick={() => setFiltersShown(!areFiltersShown)}
        >
          <ListFilter className="i" aria-hidden="true" />
        </Button>
        <Button kind="ghost" aria-label="New release" title="New release" onClick={onNew}>
          <Plus className="i" aria-hidden="true" />
        </Button>
      </div>
      {areFiltersShown && <ListFilters rows={newsroom.releases} view={view} onView={setView} />}
      <FilterWords view={view} onView={setView} />
      <p className="vh" role="status">
        {isNarrowed ? `${counted(found, 'release')} found` : ''}
      </p>
      <div className="list" ref={setScroller}>
        {newsroom.releases.length === 0 && (
          <div className="empty">
            <p>No releases yet. They will stand here, by headline, state and day.</p>
            <Button onClick={onNew}>Begin a release</Button>
          </div>
        )}
        {newsroom.releases.length > 0 && found === 0 && (
          <div className="empty">
            {looked.trim() === '' ? (
              <p>No release is what the list is narrowed to.</p>
            ) : (
              <p>
                No release has “{looked.trim()}” in it. Words in quotation marks are looked for as they follow each
                other.
              </p>
            )}
            <Button
              onClick={() => {
                setWords('');
                setView({ ...WHOLE_LIST, sort: view.sort });
              }}
            >
              Show all releases
            </Button>
          </div>
        )}
        {found > 0 && scroller !== null && (
          <ReleaseRows
            groups={groups}
            scroller={scroller}
            place={place}
            openId={openId}
            now={now}
            zone={newsroom.settings.zone}
            onOpen={onOpen}
            onOpenInWindow={onOpenInWindow}
            onMoveToTrash={onMoveToTrash}
            onMenu={setMenu}
          />
        )}
        <NotRead name="Not downloaded yet" rows={away} Icon={CloudDownload} />
        <NotRead name="Could not be read" rows={damaged} Icon={TriangleAlert} />
      </div>
      {menu !== null && (
        <RowMenu
          {...menu}
          onClose={() => {
            focusStop();
            setMenu(null);
          }}
          onOpen={() => onOpen(menu.row.id)}
          onDuplicate={() => onDuplicate(menu.row.id)}
          onOpenInWindow={() => onOpenInWindow(menu.row.id)}
          onMoveToTrash={() => onMoveToTrash(menu.row.id)}
          onRemove={() => onRemove(menu.row.id, menu.row.headline)}
        />
      )}
    </aside>
  );
};
