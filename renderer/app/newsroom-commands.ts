import { flushSync } from 'react-dom';
import type { MenuCommand } from '../../shared/ipc/contract';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { refuse } from '../ui/announce';
import { focusSoon } from './focus-soon';
import type { Move } from './navigation';
import type { NewsroomWork } from './use-newsroom';

/** What the window itself does, whatever stands in it. */
const OF_THE_WINDOW: readonly MenuCommand[] = ['next-region', 'previous-region', 'show-shortcuts'];
const FIND_FIELD = '[data-find="releases"]';
const NOTHING_OPEN = 'Open a release first';

/** Does what a command of the menu asks of the newsroom. All others are the page's to answer: where none is shown, it is said. */
export const answerCommand = (work: NewsroomWork, command: MenuCommand): void => {
  const answer = commandsOf(work)[command];
  if (answer !== undefined) answer();
  else if (OF_THE_WINDOW.includes(command)) return;
  else if (work.openId === null) refuse(NOTHING_OPEN);
  else if (work.place.screen !== 'editor') refuse('Go back to the page first');
};

const commandsOf = (work: NewsroomWork): Partial<Record<MenuCommand, () => void>> => {
  const { place, openId, isNarrow, leave, move } = work;
  const withRelease =
    (act: (id: ReleaseId) => void, id = openId) =>
    (): void => {
      if (id === null) refuse(NOTHING_OPEN);
      else act(id);
    };
  /** The field has the focus at once: the next key is already for it. */
  const findInList = (): void => {
    flushSync(() => move({ to: 'list', shown: true }));
    const field = document.querySelector<HTMLElement>(FIND_FIELD);
    if (field === null) focusSoon(FIND_FIELD);
    else field.focus();
  };
  const goTo = (there: Move) => () => void leave(() => move(there));
  return {
    'new-release': () => void leave(work.begin),
    'open-in-window': withRelease(work.openInWindow, rowInFocus() ?? openId),
    'open-newsroom': () => void work.openNewsroom(),
    'show-newsrooms': () => void work.showNewsrooms(),
    import: goTo({ to: 'import' }),
    'import-catalogue': goTo({ to: 'catalogue' }),
    export: goTo({ to: 'export' }),
    compare: withRelease(goTo({ to: 'compare' })),
    review: withRelease(goTo({ to: 'review', toAgree: false })),
    history: withRelease(goTo({ to: 'history' })),
    'move-to-trash': withRelease(work.moveToTrash, rowInFocus() ?? openId),
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
