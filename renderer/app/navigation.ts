import type { Recovery } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { TextPlace } from '../../shared/archive/places';
import type { VersionLine } from '../../shared/newsroom/model';
import type { PersonId, ReleaseId, VersionHash } from '../../shared/release/model';

/** What stands in front of the writer, besides the newsroom itself. */
export type Screen =
  | 'editor'
  | 'compare'
  | 'review'
  | 'history'
  | 'export'
  | 'import'
  | 'catalogue'
  | 'trash'
  | 'backups'
  | 'people'
  | 'register'
  | 'settings';

/** Whether a screen shows the open release: where none is open there is nothing on it. */
export const isAboutRelease = (screen: Screen): boolean =>
  screen === 'editor' || screen === 'compare' || screen === 'review' || screen === 'history';

/** Two versions chosen in the history, or among the drafts, to be compared: the way back then leads there. */
export type Between = { readonly before: VersionLine; readonly after: VersionLine | 'working' };

/** What an editor goes to as it opens: a quote by its key, a place in the text, or what follows once the release has moved on. */
export type GoTo = { readonly quote: string } | { readonly at: TextPlace } | { readonly next: true };

export type Place = {
  readonly screen: Screen;
  readonly open: OpenRelease | null;
  /** What became of words kept on this computer when it was opened; null once the writer has seen it. */
  readonly recovery: Recovery | null;
  /** Counts each text put into the editor from outside it: with the release's id, the editor's key. */
  readonly count: number;
  /** What the editor is to go to when it opens. */
  readonly goTo: GoTo | null;
  /** Whether drafts and remarks were asked for to agree the release. */
  readonly toAgree: boolean;
  /** From where two versions were chosen to be compared. */
  readonly cameFrom: 'history' | 'review';
  /** What the comparison begins with. */
  readonly between: Between | null;
  /** The version to stand beside the working text; null: the one that is most likely meant. */
  readonly beside: VersionHash | null;
  /** Whether the list stands beside the page (wide) or in its place (narrow). */
  readonly listShown: boolean;
  /** Whom the people's screen shows at once, or showed where the register was asked for from there. */
  readonly person: PersonId | null;
  /** From where the people or the register were come to; null: from the page. */
  readonly behind: 'register' | 'people' | null;
  /** What is looked for in the settings at once. */
  readonly find: string;
};

export type Move =
  /** A release to write in. `narrow`: the list stands in the page's place and gives way to it. */
  | {
      readonly to: 'release';
      readonly open: OpenRelease & { readonly recovery?: Recovery | null };
      readonly goTo: GoTo | null;
      readonly narrow: boolean;
    }
  /** The writer has read what was recovered. */
  | { readonly to: 'recovery-seen' }
  | { readonly to: 'compare'; readonly between?: Between; readonly beside?: VersionHash }
  | { readonly to: 'review'; readonly toAgree: boolean }
  | { readonly to: 'history' }
  | { readonly to: 'export' }
  | { readonly to: 'catalogue' }
  | { readonly to: 'import' }
  | { readonly to: 'trash' }
  | { readonly to: 'backups' }
  /** `from`: somebody whose quotes were asked for. */
  | { readonly to: 'register'; readonly from?: PersonId }
  /** With what is looked for there at once. */
  | { readonly to: 'settings'; readonly find?: string }
  /** With somebody to show at once. */
  | { readonly to: 'people'; readonly person?: PersonId; readonly fromRegister?: boolean }
  /** The open release is no longer there. */
  | { readonly to: 'nothing' }
  | { readonly to: 'editor' }
  | { readonly to: 'list'; readonly shown: boolean }
  /** The window became narrow or wide. */
  | { readonly to: 'width'; readonly narrow: boolean };

/** Where one begins: nothing open, the list beside it. */
export const START: Place = {
  screen: 'editor',
  open: null,
  recovery: null,
  count: 0,
  goTo: null,
  toAgree: false,
  cameFrom: 'history',
  between: null,
  beside: null,
  listShown: true,
  person: null,
  behind: null,
  find: '',
};

/** The next place after a move. Without an open release there is nothing to compare, and no history. */
export const navigate = (place: Place, move: Move): Place => {
  switch (move.to) {
    case 'release': {
      const { release, version, later, recovery = null } = move.open;
      return {
        // Two texts that both went on are put side by side: the writer chooses before writing on.
        screen: recovery?.outcome === 'diverged' ? 'compare' : 'editor',
        open: later === undefined ? { release, version } : { release, version, later },
        recovery,
        count: place.count + 1,
        goTo: move.goTo,
        toAgree: false,
        cameFrom: 'history',
        between: null,
        beside: null,
        listShown: move.narrow ? false : place.listShown,
        person: null,
        behind: null,
        find: '',
      };
    }
    case 'recovery-seen':
      return { ...place, recovery: null };
    case 'compare':
      return place.open === null
        ? place
        : {
            ...place,
            screen: 'compare',
            between: move.between ?? null,
            beside: move.beside ?? null,
            cameFrom: place.screen === 'review' ? 'review' : 'history',
          };
    case 'review':
      return place.open === null ? place : { ...place, screen: 'review', between: null, toAgree: move.toAgree };
    case 'history':
      return place.open === null ? place : { ...place, screen: 'history', between: null };
    case 'nothing':
      return { ...START, count: place.count };
    case 'people':
      return {
        ...place,
        screen: 'people',
        person: move.person ?? null,
        behind: move.fromRegister === true ? 'register' : null,
      };
    case 'settings':
      return { ...place, screen: 'settings', find: move.find ?? '' };
    case 'register':
      return {
        ...place,
        screen: 'register',
        person: move.from ?? null,
        behind: move.from === undefined ? null : 'people',
      };
    case 'export':
    case 'import':
    case 'catalogue':
    case 'trash':
    case 'backups':
      return { ...place, screen: move.to };
    case 'editor':
      return { ...place, screen: 'editor', goTo: null };
    case 'list':
      return { ...place, listShown: move.shown };
    case 'width':
      return { ...place, listShown: !move.narrow || place.open === null };
  }
};

/** Where the way back leads from a screen: to what one came from; null: to the page. */
export const wayBack = ({ screen, between, cameFrom, behind, person }: Place): Move | null => {
  if (screen === 'compare' && between !== null)
    return cameFrom === 'review' ? { to: 'review', toAgree: false } : { to: 'history' };
  if (screen === 'people' && behind === 'register') return { to: 'register' };
  if (screen === 'register' && behind === 'people') return { to: 'people', ...(person === null ? {} : { person }) };
  return null;
};

/** The editor's key: another release, or another text of the same one, is another editor. */
export const editorKey = (id: ReleaseId, count: number): string => `${id}/${count}`;
