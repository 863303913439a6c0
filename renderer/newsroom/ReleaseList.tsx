import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import {
  ArchiveRestore,
  CloudDownload,
  Import,
  Newspaper,
  Package,
  Plus,
  Quote,
  Search,
  Settings,
  Trash2,
  TriangleAlert,
  Users,
} from 'lucide-react';
import type { Newsroom, ReleaseSummary, UnreadableRelease } from '../../shared/newsroom/model';
import { type ReleaseId, isDraft } from '../../shared/release/model';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import { announce } from '../ui/announce';
import { NotRead } from './NotRead';
import { ReleaseRow } from './ReleaseRow';
import { RowMenu } from './RowMenu';
import { groupReleases } from './groups';
import './release-list.css';
import { useFound } from './use-found';

type Props = {
  readonly newsroom: Newsroom;
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
  readonly onMoveToTrash: (id: ReleaseId) => void;
  readonly onRemove: (id: ReleaseId, headline: string) => void;
};

/** So many rows of a group are drawn at once; more on request, or as the arrow keys come to them. */
const STEP = 200;

/** The side of the newsroom: its screens, its releases by group, and a field to find one. */
export const ReleaseList = (props: Props) => {
  const {
    newsroom,
    openId,
    onOpen,
    onNew,
    onImport,
    onExport,
    onPeople,
    onRegister,
    onTrash,
    onBackups,
    onSettings,
    onMoveToTrash,
    onRemove,
  } = props;
  const [menu, setMenu] = useState<{ readonly row: ReleaseSummary; readonly x: number; readonly y: number } | null>(
    null,
  );
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(STEP);
  const [stop, setStop] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const looked = useDeferredValue(words);
  const shown = useFound(newsroom.releases, looked);
  const { now, groups } = useMemo(() => {
    const moment = new Date();
    return { now: moment, groups: groupReleases(shown, moment) };
  }, [shown]);
  const drawn = groups.map((group) => ({
    ...group,
    more: group.rows.length - limit,
    rows: group.rows.slice(0, limit),
  }));
  const ids = drawn.flatMap(({ rows }) => rows.map(({ id }) => id));
  const first = ids.find((id) => id === stop) ?? ids.find((id) => id === openId) ?? ids[0];
  const found = groups.reduce((sum, { rows }) => sum + rows.length, 0);

  const focusRow = (id: ReleaseId | undefined) => {
    if (id === undefined) return;
    setStop(id);
    list.current?.querySelector<HTMLElement>(`[data-release="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeys = (event: KeyboardEvent) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-release]') : null;
    const at = ids.findIndex((id) => id === row?.dataset['release']);
    const chosen = ids[at];
    if (chosen === undefined) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: ids.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusRow(ids[to]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(chosen);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      const { state } = newsroom.releases.find(({ id }) => id === chosen) ?? {};
      if (state !== undefined && isDraft({ state })) onMoveToTrash(chosen);
      else announce('A published release is not moved to the trash');
    }
  };

  const isAway = ({ code }: UnreadableRelease): boolean => code === 'not-downloaded';
  const away = newsroom.unreadable.filter(isAway);
  const damaged = newsroom.unreadable.filter((each) => !isAway(each));

  return (
    <aside className="side" aria-label="Newsroom" data-region="list">
      <nav aria-label="Screens">
        <button type="button" aria-current="page" onClick={() => focusRow(first)}>
          <Newspaper className="i" aria-hidden="true" />
          Releases<span className="meta">{newsroom.releases.length.toLocaleString('en-GB')}</span>
        </button>
        <button type="button" onClick={onPeople}>
          <Users className="i" aria-hidden="true" />
          People<span className="meta">{newsroom.people.people.length.toLocaleString('en-GB')}</span>
        </button>
        <button type="button" onClick={onRegister}>
          <Quote className="i" aria-hidden="true" />
          Quote register
        </button>
        <button type="button" onClick={onImport}>
          <Import className="i" aria-hidden="true" />
          Import…
        </button>
        <button type="button" onClick={onExport}>
          <Package className="i" aria-hidden="true" />
          Export
        </button>
        <button type="button" onClick={onTrash}>
          <Trash2 className="i" aria-hidden="true" />
          Trash
        </button>
        <button type="button" onClick={onBackups}>
          <ArchiveRestore className="i" aria-hidden="true" />
          Backups
        </button>
        <button type="button" onClick={onSettings}>
          <Settings className="i" aria-hidden="true" />
          Settings
        </button>
      </nav>
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
                focusRow(first);
              }
            }}
          />
        </span>
        <Button kind="ghost" aria-label="New release" title="New release" onClick={onNew}>
          <Plus className="i" aria-hidden="true" />
        </Button>
      </div>
      <p className="vh" role="status">
        {looked.trim() === '' ? '' : `${counted(found, 'release')} found`}
      </p>
      <div className="list" ref={list}>
        {newsroom.releases.length === 0 && (
          <div className="empty">
            <p>No releases yet. They will stand here, by headline, state and day.</p>
            <Button onClick={onNew}>Begin a release</Button>
          </div>
        )}
        {newsroom.releases.length > 0 && found === 0 && (
          <div className="empty">
            <p>
              No release has “{looked.trim()}” in it. Words in quotation marks are looked for as they follow each other.
            </p>
            <Button onClick={() => setWords('')}>Show all releases</Button>
          </div>
        )}
        {found > 0 && (
          <div role="listbox" aria-label="Releases" onKeyDown={onKeys}>
            {drawn.map(({ name, rows, more }) =>
              rows.length === 0 ? null : (
                <ul key={name} role="group" aria-label={`${name}, ${rows.length + Math.max(0, more)}`}>
                  <li role="presentation" className="group-name">
                    {name} <span>{(rows.length + Math.max(0, more)).toLocaleString('en-GB')}</span>
                  </li>
                  {rows.map((row) => (
                    <ReleaseRow
                      key={row.id}
                      row={row}
                      isOpen={row.id === openId}
                      isStop={row.id === first}
                      now={now}
                      zone={newsroom.settings.zone}
                      onChoose={() => {
                        setStop(row.id);
                        onOpen(row.id);
                      }}
                      onMenu={(at) => {
                        setStop(row.id);
                        setMenu({ row, ...at });
                      }}
                    />
                  ))}
                </ul>
              ),
            )}
          </div>
        )}
        {drawn.some(({ more }) => more > 0) && (
          <Button kind="link" className="more" onClick={() => setLimit(limit + 5 * STEP)}>
            Show more releases
          </Button>
        )}
        <NotRead name="Not downloaded yet" rows={away} Icon={CloudDownload} />
        <NotRead name="Could not be read" rows={damaged} Icon={TriangleAlert} />
      </div>
      {menu !== null && (
        <RowMenu
          {...menu}
          onClose={() => {
            focusRow(menu.row.id);
            setMenu(null);
          }}
          onOpen={() => onOpen(menu.row.id)}
          onMoveToTrash={() => onMoveToTrash(menu.row.id)}
          onRemove={() => onRemove(menu.row.id, menu.row.headline)}
        />
      )}
    </aside>
  );
};
