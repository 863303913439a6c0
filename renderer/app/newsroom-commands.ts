import type { MenuCommand } from '../../shared/ipc/contract';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { focusSoon } from './focus-soon';
import type { Move } from './navigation';
import type { NewsroomWork } from './use-newsroom';

/** What the newsroom does on each command of the menu. The editor and the comparison answer to the others themselves. */
export const commandsOf = (work: NewsroomWork): Partial<Record<MenuCommand, () => void>> => {
  const { place, openId, isNarrow, leave, move } = work;
  const findInList = (): void => {
    move({ to: 'list', shown: true });
    focusSoon('[data-find="releases"]');
  };
  const goTo = (there: Move) => () => void leave(() => move(there));
  return {
    'new-release': () => void leave(work.begin),
    'open-in-window': () => {
      const id = rowInFocus() ?? openId;
      if (id !== null) work.openInWindow(id);
    },
    'open-newsroom': () => void work.openNewsroom(),
    'show-newsrooms': () => void work.showNewsrooms(),
    import: goTo({ to: 'import' }),
    'import-catalogue': goTo({ to: 'catalogue' }),
    export: goTo({ to: 'export' }),
    compare: goTo({ to: 'compare' }),
    review: goTo({ to: 'review', toAgree: false }),
    history: goTo({ to: 'history' }),
    'move-to-trash': () => {
      if (openId !== null) work.moveToTrash(openId);
    },
    'show-people': goTo({ to: 'people' }),
    'show-register': goTo({ to: 'register' }),
    'show-trash': goTo({ to: 'trash' }),
    'show-backups': goTo({ to: 'backups' }),
    examine: () => void bridge.examination.begin(),
    'show-settings': goTo({ to: 'settings' }),
    'go-to': work.askWhere,
    'toggle-list': work.toggleList,
    'find-releases': () => {
      if (place.screen === 'editor') findInList();
      else void leave(() => work.showPage().then(findInList));
    },
    back: () => {
      if (place.screen !== 'editor') void work.goBack();
      else if (isNarrow) move({ to: 'list', shown: true });
    },
  };
};

/** The release that the keyboard stands on in the list, where it stands there. */
const rowInFocus = (): ReleaseId | null =>
  (document.activeElement?.closest<HTMLElement>('[data-release]')?.dataset['release'] ?? null) as ReleaseId | null;
