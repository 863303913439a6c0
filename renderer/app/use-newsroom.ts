import { startTransition, useCallback, useReducer, useRef, useState } from 'react';
import { type Fault, fault as faultOf } from '../../shared/fault';
import type { Recovery, Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Access, Newsroom, NewsroomSettings } from '../../shared/newsroom/model';
import type { Quote } from '../../shared/quotes/model';
import { summaryOf, withRow } from '../../shared/newsroom/summary';
import type { People } from '../../shared/people/model';
import { type Release, type ReleaseId, type VersionHash, isDraft } from '../../shared/release/model';
import type { RemovedRelease } from '../../shared/removal/model';
import type { Result } from '../../shared/result';
import { useAccess } from '../access/use-access';
import { bridge } from '../bridge';
import type { Way } from '../goto/find-places';
import { LIST_START } from '../newsroom/list-place';
import { REGISTER_START } from '../register/place';
import { reportTitle } from '../removal/words';
import { announce, refuse } from '../ui/announce';
import { areWordsTyped, goToTypedWords, saidOfTypedWords } from '../ui/typed-words';
import { useMedia } from '../ui/use-media';
import { LIST_STOP, focusSoon } from './focus-soon';
import { type GoTo, type Move, START, isAboutRelease, navigate, wayBack } from './navigation';
import { useRemoval } from './use-removal';
import { useSpots } from './use-spots';
import { useTrash } from './use-trash';

/** Too narrow for the list to stand beside the page. */
const NARROW = '(max-width: 68rem)';

/** Why the page was not left. Asked for again, it is said again. */
const STAYS = faultOf('refused', 'Not saved yet: the page stays open', {
  where: 'What was typed here is not safe yet. Why is said beside it: once it is saved, go on.',
});

/** The open newsroom, where the writer is in it, and the ways from there. */
export type NewsroomWork = ReturnType<typeof useNewsroom>;

/** The ways out of this newsroom. */
export type Elsewhere = {
  /** Another newsroom was opened in this one's place. */
  readonly onNewsroom: (newsroom: Newsroom) => void;
  /** The first screen is asked for, with all its ways into a newsroom. */
  readonly onNewsrooms: () => void;
};
type Given = {
  readonly newsroom: Newsroom;
  readonly who: string;
  /** What the window is for. */
  readonly release: ReleaseId | null;
  /** What is to be said at once. */
  readonly fault: Fault | null;
  readonly elsewhere: Elsewhere;
};

/** Knows the newsroom and where the writer is; the rooms do the rest. */
export const useNewsroom = ({ newsroom: first, who, release, fault: firstFault, elsewhere }: Given) => {
  const [newsroom, setNewsroom] = useState(first);
  const [place, go] = useReducer(navigate, { ...START, listShown: release === null });
  const spots = useSpots(place);
  const move = (to: Move): void => {
    spots.leaving();
    go(to);
  };
  const [fault, setFault] = useState<Fault | null>(firstFault);
  const [access, setAccess] = useAccess();
  const [register, setRegister] = useState(REGISTER_START);
  /** How the list was left; not state, as it draws nothing but itself. */
  const listPlace = useRef(LIST_START);
  const removal = useRemoval();
  const [whereShown, setWhereShown] = useState(false);
  const isNarrow = useMedia(
    NARROW,
    useCallback((narrow: boolean) => go({ to: 'width', narrow }), []),
  );
  const openId = place.open?.release.id ?? null;
  const saveBefore = useRef<(() => Promise<Settled>) | null>(null);
  /** Has the screen in front save what it holds. What stands in a dialog is saved there alone. */
  const bringHome = async (): Promise<Settled> => {
    const words = (await saveBefore.current?.()) ?? 'saved';
    return areWordsTyped() ? 'unsafe' : words;
  };

  /** What was typed is safe: nothing holds the page any more. */
  const isHome = (): void => setFault((now) => (now === STAYS ? null : now));
  /** Does something that leaves the page, once what was typed is safe. Where it is not, the page stays and says so. */
  const leave = async (then: () => void | Promise<void>): Promise<void> => {
    const words = await bringHome();
    // What another program's lock keeps out of the newsroom is kept on this computer: one may go on and read.
    if (words === 'saved' || (words === 'kept' && access.kind === 'read')) {
      isHome();
      await then();
      return;
    }
    // A form says itself what it could not save, and words typed in one have the caret.
    if (isAboutRelease(place.screen) && !areWordsTyped() && fault !== STAYS) setFault(STAYS);
    else refuse(saidOfTypedWords() || STAYS.message);
    goToTypedWords();
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
    goTo: GoTo | null = null,
  ): void => {
    if (!opened.ok) {
      // Where it is open in another window, that one is in front now: there is nothing to tell here.
      if (opened.fault.code === 'elsewhere') announce(opened.fault.message);
      else setFault(opened.fault);
      return;
    }
    setFault(null);
    move({ to: 'release', open: opened.value, goTo, narrow: isNarrow });
  };
  const openRelease = async (id: ReleaseId, goTo: GoTo | null = null): Promise<void> => {
    show(await bridge.releases.open(id), goTo);
  };
  /**
   * A release that was changed, made or brought in elsewhere is shown, and its row too. What was typed into it meanwhile is
   * saved first, and read with the rest; where it cannot be, the page keeps it.
   */
  const showChanged = async (open: OpenRelease, goTo: GoTo | null = null): Promise<void> => {
    if (open.release.id !== openId) show({ ok: true, value: open }, goTo);
    else if ((await saveBefore.current?.()) !== 'unsafe') await openRelease(openId, goTo);
    await refresh();
  };
  /** Shows the page again. The text is read from the disk again, so that the editor stands on what was saved last. */
  const showPage = async (): Promise<void> => {
    if (openId === null) move({ to: 'editor' });
    else await openRelease(openId);
    await refresh();
  };
  const back = (): Promise<void> => leave(showPage);
  /** Goes back to what one came from, whatever stands on the screen. */
  const goBackAnyway = (): void | Promise<void> => {
    const way = wayBack(place);
    spots.comingBack();
    return way === null ? showPage() : move(way);
  };
  const trash = useTrash({
    newsroom,
    openId,
    onFault: setFault,
    onGone: () => move({ to: 'nothing' }),
    refresh,
    reopen: (id) => leave(() => openRelease(id)),
  });
  /** The two texts that both went on, while the writer chooses between them. */
  const choice = place.screen === 'compare' && place.recovery?.outcome === 'diverged' ? place.recovery : null;

  return {
    newsroom,
    place,
    openId,
    isNarrow,
    mayWrite: access.kind === 'write',
    access,
    fault,
    register,
    listPlace,
    removal,
    trash,
    choice,
    saveBefore,
    move,
    setNewsroom,
    setFault,
    setRegister,
    bringHome,
    leave,
    refresh,
    openRelease,
    show,
    showChanged,
    showPage,
    back,
    goBack: (): Promise<void> => leave(goBackAnyway),
    goBackAnyway,

    whereShown,
    /** Asks for a release, person or command to go to; not on top of another dialog. */
    askWhere: (): void => {
      if (document.querySelector('dialog[open]') === null) setWhereShown(true);
    },
    /** Goes there, or stays where that is null. */
    goWhere: (way: Way | null): void => {
      setWhereShown(false);
      if (way === null) return;
      if (way.kind === 'release') void leave(() => openRelease(way.id));
      else if (way.kind === 'person') void leave(() => move({ to: 'people', person: way.id }));
      else void bridge.app.command(way.id);
    },
    /** A release of the list was chosen. */
    choose: (id: ReleaseId): void => {
      if (id !== openId || place.screen !== 'editor') void leave(() => openRelease(id));
      else if (isNarrow) move({ to: 'list', shown: false });
    },
    begin: async (): Promise<void> => {
      const made = await bridge.releases.create();
      show(made);
      if (made.ok) await refresh();
    },
    duplicate: async (id: ReleaseId): Promise<void> => {
      const made = await bridge.releases.duplicate(id);
      show(made);
      if (!made.ok) return;
      announce('Duplicated: the copy is open');
      await refresh();
    },
    toggleList: (): void => {
      const shown = !place.listShown;
      move({ to: 'list', shown });
      announce(shown ? 'List shown' : 'List hidden');
      if (shown) focusSoon(LIST_STOP);
    },
    moveToTrash: (id: ReleaseId): void => {
      const row = newsroom.releases.find((each) => each.id === id);
      if (row !== undefined && !isDraft(row)) refuse('A published release is not moved to the trash');
      else
        void leave(async () => {
          await trash.move(id);
          focusSoon(LIST_STOP);
        });
    },
    /** The release goes to a window of its own; where it is open here, it leaves this one first. */
    openInWindow: (id: ReleaseId): void =>
      void leave(async () => {
        if (id === openId) {
          move({ to: 'nothing' });
          await bridge.app.showing(null);
        }
        await bridge.app.openWindow(id);
      }),
    /** Asks for the folder of another newsroom and goes there. */
    openNewsroom: (): Promise<void> =>
      leave(async () => {
        const opened = await bridge.newsroom.open();
        if (opened.ok) elsewhere.onNewsroom(opened.value);
        else if (opened.fault.code !== 'cancelled') setFault(opened.fault);
      }),
    /** To the first screen; this newsroom stays open, and one may go on to it. */
    showNewsrooms: (): Promise<void> =>
      leave(async () => {
        await bridge.app.showing(null);
        elsewhere.onNewsrooms();
      }),
    askToRemove: (id: ReleaseId, headline: string): void => void leave(() => removal.ask(id, headline)),
    /** A release was erased: what was shown of it goes too. */
    removed: async ({ open, report }: RemovedRelease): Promise<void> => {
      removal.callOff();
      removal.setReport(report);
      announce(reportTitle(report), report.found.length > 0);
      await (openId === open.release.id ? showChanged(open, { next: true }) : refresh());
    },
    /** This program may write now, or may not: what was read may have changed since. */
    entered: async (answer: Result<Access, Fault>): Promise<void> => {
      if (!answer.ok) {
        setFault(answer.fault);
        return;
      }
      setAccess(answer.value);
      if (answer.value.kind === 'write') announce('You write in this newsroom now');
      await refresh();
      // Opened again, the release shows what it is now, with any words that were kept meanwhile.
      const words = await bringHome();
      if (words !== 'unsafe' && openId !== null && place.screen === 'editor') await openRelease(openId);
    },
    /** Of two texts that both went on, the recovered one is to stand; what was settled in the other stays, as when any version is brought back. */
    keepRecovered: async (version: VersionHash | null): Promise<void> => {
      const { open } = place;
      if (open === null || version === null) return;
      const kept = await bridge.releases.restore(open.release.id, version);
      if (kept.ok) await back();
      else setFault(kept.fault);
    },
    changeSettings: useCallback((settings: NewsroomSettings): void => {
      setNewsroom((now) => ({ ...now, settings }));
    }, []),
    changePeople: (people: People): void => setNewsroom((now) => ({ ...now, people })),
    /** A release was saved: its row says so. Nobody waits for the row: keys go first. */
    changeRow: (release: Release, quotes: readonly Quote[]): void => {
      const row = summaryOf(release, new Date().toISOString(), quotes, who);
      isHome();
      startTransition(() => setNewsroom((now) => ({ ...now, releases: withRow(now.releases, row) })));
    },
    /** The same, where another window saved it. */
    savedElsewhere: async (release: Release): Promise<void> => {
      // What finds quotes comes with the other screens: the list does not wait for it.
      const { resolveQuotes } = await import('../../shared/quotes/resolve');
      startTransition(() =>
        setNewsroom((now) => {
          const quotes = resolveQuotes(release, { people: now.people.people, approvals: now.settings.approvals });
          const row = summaryOf(release, new Date().toISOString(), quotes, who);
          return { ...now, releases: withRow(now.releases, row) };
        }),
      );
    },
  };
};
