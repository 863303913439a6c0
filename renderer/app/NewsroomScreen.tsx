import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { TextPlace } from '../../shared/archive/places';
import type { Fault } from '../../shared/fault';
import type { MenuCommand, OpenRelease, Recovery, RestoredNewsroom, Settled } from '../../shared/ipc/contract';
import type { Access, Newsroom, NewsroomSettings } from '../../shared/newsroom/model';
import { summaryOf, withCounts, withRow } from '../../shared/newsroom/summary';
import { type Instant, type ReleaseId, type VersionHash, isEditable } from '../../shared/release/model';
import type { RemovalReport, RemovedRelease } from '../../shared/removal/model';
import type { Result } from '../../shared/result';
import { AccessBar } from '../access/AccessBar';
import { useAccess } from '../access/use-access';
import { BackupBar } from '../backup/BackupBar';
import { BackupScreen } from '../backup/BackupScreen';
import { useBackupState } from '../backup/use-backup-state';
import { bridge } from '../bridge';
import { ComparePane } from '../compare/ComparePane';
import { Editor } from '../editor/Editor';
import { ExaminationBar } from '../examination/ExaminationBar';
import { useExamination } from '../examination/use-examination';
import { ExportScreen } from '../export/ExportScreen';
import { ImportScreen } from '../import/ImportScreen';
import { HistoryScreen } from '../history/HistoryScreen';
import { ReleaseList } from '../newsroom/ReleaseList';
import { PeopleScreen } from '../people/PeopleScreen';
import { REGISTER_START, RegisterScreen } from '../register/RegisterScreen';
import { ChoiceBar } from '../recovery/ChoiceBar';
import { OutsideBars } from '../outside/OutsideBars';
import { MendedBar } from '../recovery/MendedBar';
import { ReviewScreen } from '../review/ReviewScreen';
import { RecoveryBar } from '../recovery/RecoveryBar';
import { StrandedBar } from '../recovery/StrandedBar';
import { RemovalBar } from '../removal/RemovalBar';
import { RemoveDialog } from '../removal/RemoveDialog';
import { reportTitle } from '../removal/words';
import { SettingsScreen } from '../settings/SettingsScreen';
import { TrashScreen } from '../newsroom/TrashScreen';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { announce } from '../ui/announce';
import { fullInstant } from '../ui/dates';
import { useMedia } from '../ui/use-media';
import { HistoryAlarm } from './HistoryAlarm';
import { NothingOpen } from './NothingOpen';
import { START, editorKey, navigate } from './navigation';
import { useTrash } from './use-trash';

/** Too narrow for the list to stand beside the page. */
const NARROW = '(max-width: 68rem)';

type Props = {
  readonly newsroom: Newsroom;
  readonly who: string;
  /** Set where the newsroom was just restored: when the backup was made. */
  readonly restored: Instant | null;
  readonly onRestored: (restored: RestoredNewsroom) => void;
};

/** The newsroom: its list, the release being written, and the screens beside it. Knows where the writer is; the rooms do the rest. */
export const NewsroomScreen = ({ newsroom: first, who, restored, onRestored }: Props) => {
  const [newsroom, setNewsroom] = useState(first);
  const [place, move] = useReducer(navigate, START);
  const [fault, setFault] = useState<Fault | null>(null);
  const [access, setAccess] = useAccess();
  const [backup, putBackupAway] = useBackupState();
  const examination = useExamination();
  const [removing, setRemoving] = useState<{ readonly id: ReleaseId; readonly headline: string } | null>(null);
  const [removed, setRemoved] = useState<RemovalReport | null>(null);
  const [isRestored, setIsRestored] = useState(restored !== null);
  const [register, setRegister] = useState(REGISTER_START);
  const [mended, setMended] = useState(first.mended ?? []);
  const isNarrow = useMedia(
    NARROW,
    useCallback((narrow: boolean) => move({ to: 'width', narrow }), []),
  );
  const openId = place.open?.release.id ?? null;
  const saveBefore = useRef<(() => Promise<Settled>) | null>(null);
  /** Does something that leaves the page, once what was typed is safe. Where it is not, the page stays and says so. */
  const leave = async (then: () => void | Promise<void>): Promise<void> => {
    const words = (await saveBefore.current?.()) ?? 'saved';
    // What another program's lock keeps out of the newsroom is kept on this computer: one may go on and read.
    if (words === 'saved' || (words === 'kept' && access.kind === 'read')) await then();
    else announce('Not saved yet: the page stays open', true);
  };

  const refresh = async (): Promise<void> => {
    const read = await bridge.newsroom.read();
    if (!read.ok) {
      setFault(read.fault);
      return;
    }
    setNewsroom(read.value);
    // A folder that was away is back.
    setFault((now) => (now?.code === 'no-newsroom' ? null : now));
  };
  const show = (
    opened: Result<OpenRelease & { readonly recovery?: Recovery | null }, Fault>,
    quote: string | null = null,
    at: TextPlace | null = null,
  ): void => {
    if (!opened.ok) {
      setFault(opened.fault);
      return;
    }
    setFault(null);
    move({ to: 'release', open: opened.value, quote, at, narrow: isNarrow });
  };
  const changeSettings = useCallback((settings: NewsroomSettings): void => {
    setNewsroom((now) => ({ ...now, settings }));
  }, []);
  const openRelease = async (
    id: ReleaseId,
    quote: string | null = null,
    at: TextPlace | null = null,
  ): Promise<void> => {
    show(await bridge.releases.open(id), quote, at);
  };
  const choose = (id: ReleaseId): void => {
    if (id !== openId || place.screen !== 'editor') void leave(() => openRelease(id));
    else if (isNarrow) move({ to: 'list', shown: false });
  };
  const begin = async (): Promise<void> => {
    const made = await bridge.releases.create();
    show(made);
    if (made.ok) await refresh();
  };
  /** Back to the page. The text is read from the disk again, so that the editor stands on what was saved last. */
  const back = async (): Promise<void> => {
    await saveBefore.current?.();
    if (openId === null) move({ to: 'editor' });
    else await openRelease(openId);
    await refresh();
  };
  /** This program may write now, or may not: what was read may have changed since. */
  const entered = async (answer: Result<Access, Fault>): Promise<void> => {
    if (!answer.ok) {
      setFault(answer.fault);
      return;
    }
    setAccess(answer.value);
    if (answer.value.kind === 'write') announce('You write in this newsroom now');
    await refresh();
    // Opened again, the release shows what it is now, with any words that were kept meanwhile.
    const words = (await saveBefore.current?.()) ?? 'saved';
    if (words !== 'unsafe' && openId !== null && place.screen === 'editor') await openRelease(openId);
  };
  const takeOver = async (): Promise<void> => entered(await bridge.access.takeOver());
  const bringUp = async (withoutBackup: boolean): Promise<void> => entered(await bridge.access.bringUp(withoutBackup));
  /** The two texts that both went on, while the writer chooses between them. */
  const choice = place.screen === 'compare' && place.recovery?.outcome === 'diverged' ? place.recovery : null;
  const keepRecovered = async (version: VersionHash | null): Promise<void> => {
    const { open } = place;
    if (open === null || version === null) return;
    const words = await bridge.releases.version(open.release.id, version);
    const saved = words.ok ? await bridge.releases.save(words.value, open.version) : words;
    if (saved.ok) await back();
    else setFault(saved.fault);
  };
  const trash = useTrash({
    newsroom,
    openId,
    onFault: setFault,
    onGone: () => move({ to: 'nothing' }),
    refresh,
    reopen: openRelease,
  });
  const moveToTrash = (id: ReleaseId): void =>
    void leave(async () => {
      await trash.move(id);
      focusSoon('.side [role="option"][tabindex="0"]');
    });
  const askToRemove = (id: ReleaseId, headline: string): void => void leave(() => setRemoving({ id, headline }));
  /** A release was erased: what was shown of it goes too. */
  const gone = async ({ open, report }: RemovedRelease): Promise<void> => {
    setRemoving(null);
    setRemoved(report);
    announce(reportTitle(report), report.found.length > 0);
    if (openId === open.release.id) show({ ok: true, value: open });
    await refresh();
  };
  const toggleList = (): void => {
    const shown = !place.listShown;
    move({ to: 'list', shown });
    announce(shown ? 'List shown' : 'List hidden');
    if (shown) focusSoon('.side [role="option"][tabindex="0"]');
  };

  /** From two versions that were chosen elsewhere, back to where they were. */
  const backFromPair = (): void =>
    move(place.cameFrom === 'review' ? { to: 'review', toAgree: false } : { to: 'history' });

  const commands: Partial<Record<MenuCommand, () => void>> = {
    'new-release': () => void leave(begin),
    import: () => void leave(() => move({ to: 'import' })),
    export: () => void leave(() => move({ to: 'export' })),
    compare: () => void leave(() => move({ to: 'compare' })),
    review: () => void leave(() => move({ to: 'review', toAgree: false })),
    history: () => void leave(() => move({ to: 'history' })),
    'move-to-trash': () => {
      if (openId !== null) moveToTrash(openId);
    },
    'show-people': () => void leave(() => move({ to: 'people' })),
    'show-register': () => void leave(() => move({ to: 'register' })),
    'show-trash': () => void leave(() => move({ to: 'trash' })),
    'show-backups': () => void leave(() => move({ to: 'backups' })),
    examine: () => void bridge.examination.begin(),
    'show-settings': () => void leave(() => move({ to: 'settings' })),
    'show-shortcuts': () => void leave(() => move({ to: 'settings', find: 'keyboard shortcuts' })),
    'toggle-list': toggleList,
    'find-releases': () => {
      if (place.screen !== 'editor') void back();
      move({ to: 'list', shown: true });
      focusSoon('[data-find="releases"]');
    },
    back: () => {
      if (place.screen === 'compare' && place.between !== null) backFromPair();
      else if (place.screen !== 'editor') void back();
      else if (isNarrow) move({ to: 'list', shown: true });
    },
  };
  useEffect(() => bridge.on('menu:command', (command) => commands[command]?.()));

  useEffect(
    () =>
      bridge.on('newsroom:rows', (rows) =>
        setNewsroom((now) => ({ ...now, releases: withCounts(now.releases, rows) })),
      ),
    [],
  );

  useEffect(
    () =>
      bridge.on('removal:state', (state) => {
        if (state.kind === 'done') setRemoved(state.report);
        else if (state.kind === 'failed') setFault(state.fault);
      }),
    [],
  );

  // What other programs did meanwhile shows when the window is turned to again.
  const look = useRef(refresh);
  useEffect(() => void (look.current = refresh));
  useEffect(() => {
    const again = (): void => void look.current();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, []);

  const hasEditor = place.screen === 'editor' && place.open !== null;
  // The editor answers when the window is about to close; without one, what was typed is on its way already, and what is
  // being taken over is waited for.
  useEffect(() => {
    if (hasEditor) return;
    const answer = async (): Promise<void> =>
      void (await bridge.app.flushed((await saveBefore.current?.()) ?? 'saved'));
    return bridge.on('app:flush', () => void answer());
  }, [hasEditor]);

  const headline = place.open?.release.headline ?? '';
  useEffect(() => {
    document.title = `${headline === '' ? newsroom.settings.organisation : headline} – Standfirst`;
  }, [headline, newsroom.settings.organisation]);

  const context = { people: newsroom.people.people, approvals: newsroom.settings.approvals };
  const list = (
    <ReleaseList
      newsroom={newsroom}
      openId={openId}
      onOpen={choose}
      onNew={() => void leave(begin)}
      onImport={() => void leave(() => move({ to: 'import' }))}
      onExport={() => void leave(() => move({ to: 'export' }))}
      onPeople={() => void leave(() => move({ to: 'people' }))}
      onRegister={() => void leave(() => move({ to: 'register' }))}
      onTrash={() => void leave(() => move({ to: 'trash' }))}
      onBackups={() => void leave(() => move({ to: 'backups' }))}
      onSettings={() => void leave(() => move({ to: 'settings' }))}
      onMoveToTrash={moveToTrash}
      onRemove={askToRemove}
    />
  );

  return (
    <div className={place.listShown ? 'app list-shown' : 'app'}>
      {fault !== null && (
        <Bar kind="stop" title={fault.message} actions={<Button onClick={() => setFault(null)}>Put away</Button>}>
          {fault.where !== undefined && <p>{fault.where}</p>}
        </Bar>
      )}
      {isRestored && restored !== null && (
        <Bar
          kind="fine"
          title={`Restored: this is the newsroom as it was at ${fullInstant(restored, newsroom.settings.zone)}`}
          actions={<Button onClick={() => setIsRestored(false)}>Put away</Button>}
        >
          <p>What was written after that is not in it. It lies in {newsroom.folder}; the other one is as it was.</p>
        </Bar>
      )}
      {place.screen !== 'backups' && (
        <BackupBar state={backup} onShow={() => void leave(() => move({ to: 'backups' }))} onPutAway={putBackupAway} />
      )}
      {removed !== null && <RemovalBar report={removed} onPutAway={() => setRemoved(null)} />}
      {removing !== null && (
        <RemoveDialog {...removing} onClose={() => setRemoving(null)} onRemoved={(done) => void gone(done)} />
      )}
      <ExaminationBar state={examination} mayWrite={access.kind === 'write'} onFault={setFault} />
      {mended.length > 0 && <MendedBar mended={mended} onSeen={() => setMended([])} />}
      <AccessBar
        access={access}
        zone={newsroom.settings.zone}
        onTakeOver={() => void takeOver()}
        onBringUp={(withoutBackup) => void bringUp(withoutBackup)}
      />
      {place.recovery !== null && place.screen === 'editor' && (
        <RecoveryBar
          recovery={place.recovery}
          zone={newsroom.settings.zone}
          onSeen={() => move({ to: 'recovery-seen' })}
        />
      )}
      {newsroom.missing === undefined && access.kind === 'write' && (
        <StrandedBar
          releases={newsroom.releases.length}
          openId={openId}
          zone={newsroom.settings.zone}
          onBrought={(open) =>
            void leave(async () => {
              show({ ok: true, value: open });
              await refresh();
            })
          }
          onFault={setFault}
        />
      )}
      {choice !== null && place.open !== null && (
        <ChoiceBar
          recovery={choice}
          zone={newsroom.settings.zone}
          mayWrite={isEditable(place.open.release)}
          onKeepSaved={() => void back()}
          onKeepRecovered={() => void keepRecovered(choice.version)}
        />
      )}
      {place.open?.later === true && (
        <Bar kind="warn" title="A later Standfirst wrote this release">
          <p>
            What is known of it here can be read, and it is not changed. Open it with that Standfirst, or a later one,
            to write in it. It is not exported from here.
          </p>
        </Bar>
      )}
      <OutsideBars
        newsroom={newsroom}
        openId={openId}
        mayWrite={access.kind === 'write'}
        beside={place.screen === 'compare' ? place.beside : null}
        onCompare={(id, object) =>
          void leave(async () => {
            if (id !== openId) await openRelease(id);
            move({ to: 'compare', beside: object });
          })
        }
        onDecided={() => void back()}
        onLook={refresh}
        onFault={setFault}
      />
      <HistoryAlarm />
      {trash.moved !== null && (
        <Bar
          kind="fine"
          title={`Moved to the trash: ${trash.moved.name}`}
          actions={
            <>
              <Button onClick={() => void trash.undo()}>Undo</Button>
              <Button onClick={trash.putAway}>Put away</Button>
            </>
          }
        />
      )}
      {place.screen === 'editor' && place.open === null && (
        <NothingOpen
          name={newsroom.settings.organisation}
          list={list}
          isEmpty={newsroom.releases.length === 0}
          onNew={() => void begin()}
        />
      )}
      {place.screen === 'editor' && place.open !== null && (
        <Editor
          key={editorKey(place.open.release.id, place.count)}
          open={place.open}
          mayWrite={access.kind === 'write' && place.open.later !== true}
          isUnsaved={place.recovery?.outcome === 'unsaved'}
          settings={newsroom.settings}
          people={newsroom.people.people}
          who={who}
          list={list}
          listShown={place.listShown}
          onToggleList={toggleList}
          goTo={place.goTo}
          onPeople={(people) => setNewsroom((now) => ({ ...now, people }))}
          onShow={(id, quote) => void leave(() => openRelease(id, quote))}
          onOpen={(open) => {
            show({ ok: true, value: open });
            void refresh();
          }}
          onSaved={(release) =>
            setNewsroom((now) => ({
              ...now,
              releases: withRow(now.releases, summaryOf(release, new Date().toISOString(), context)),
            }))
          }
          onCompare={() => void leave(() => move({ to: 'compare' }))}
          onChoose={() => {
            if (openId !== null) void openRelease(openId);
          }}
          onHistory={() => void leave(() => move({ to: 'history' }))}
          onReview={(toAgree) => void leave(() => move({ to: 'review', toAgree }))}
          onRemove={() => {
            if (openId !== null) askToRemove(openId, place.open?.release.headline ?? '');
          }}
          saveBefore={saveBefore}
        />
      )}
      {place.screen === 'compare' && place.open !== null && (
        <ComparePane
          open={place.open}
          people={newsroom.people.people}
          settings={newsroom.settings}
          releases={newsroom.releases}
          key={place.beside}
          beside={choice?.version ?? place.beside}
          between={place.between}
          onBack={() => (place.between === null ? void back() : backFromPair())}
          saveBefore={saveBefore}
        />
      )}
      {place.screen === 'review' && place.open !== null && (
        <ReviewScreen
          open={place.open}
          settings={newsroom.settings}
          people={newsroom.people.people}
          who={who}
          mayWrite={access.kind === 'write' && place.open.later !== true}
          toAgree={place.toAgree}
          onBack={() => void back()}
          onAgreed={(open) => {
            show({ ok: true, value: open });
            void refresh();
          }}
          onCompare={(before, after) => move({ to: 'compare', between: { before, after } })}
        />
      )}
      {place.screen === 'history' && place.open !== null && (
        <HistoryScreen
          open={place.open}
          settings={newsroom.settings}
          onBack={() => void back()}
          onRestored={(open) => {
            show({ ok: true, value: open });
            void refresh();
          }}
          onCompare={(before, after) => move({ to: 'compare', between: { before, after } })}
        />
      )}
      {place.screen === 'people' && (
        <PeopleScreen
          key={place.person}
          people={newsroom.people.people}
          settings={newsroom.settings}
          mayWrite={access.kind === 'write'}
          person={place.person}
          onPeople={(people) => setNewsroom((now) => ({ ...now, people }))}
          onBack={() => void leave(place.person === null ? back : () => move({ to: 'register' }))}
          onQuotes={(speaker) => {
            setRegister({ ...REGISTER_START, filter: { ...REGISTER_START.filter, speaker } });
            move({ to: 'register' });
          }}
          saveBefore={saveBefore}
        />
      )}
      {place.screen === 'register' && (
        <RegisterScreen
          settings={newsroom.settings}
          people={newsroom.people.people}
          place={register}
          onPlace={setRegister}
          onBack={() => void back()}
          onOpen={({ release, quote }) => void openRelease(release, quote)}
          onPerson={(person) => move({ to: 'people', person })}
        />
      )}
      {place.screen === 'settings' && (
        <SettingsScreen
          key={place.find}
          settings={newsroom.settings}
          mayWrite={access.kind === 'write'}
          find={place.find}
          onSettings={changeSettings}
          onBack={() => void leave(back)}
          saveBefore={saveBefore}
        />
      )}
      {place.screen === 'trash' && <TrashScreen settings={newsroom.settings} onBack={() => void back()} />}
      {place.screen === 'backups' && (
        <BackupScreen
          settings={newsroom.settings}
          state={backup}
          mayWrite={access.kind === 'write'}
          onBack={() => void back()}
          onRestored={onRestored}
        />
      )}
      {place.screen === 'export' && (
        <ExportScreen
          settings={newsroom.settings}
          onBack={() => void back()}
          onGoTo={({ release, quote, at }) => void openRelease(release, quote?.key ?? null, at ?? null)}
        />
      )}
      {place.screen === 'import' && (
        <ImportScreen
          settings={newsroom.settings}
          onBack={() => void back()}
          onBrought={(open) => {
            show({ ok: true, value: open });
            void refresh();
          }}
        />
      )}
    </div>
  );
};

/** Moves the focus to something that the next drawing of the screen will show. */
const focusSoon = (selector: string): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()));
};
