import type { Shortcut } from '../../shared/ipc/contract';

type PageKey = Pick<Shortcut, 'menu' | 'command' | 'keys'>;

/** Keys that belong to a part of the page, and so stand in no menu: they work while the focus is there. */
export const PAGE_KEYS: readonly PageKey[] = [
  { menu: 'In the list of releases', command: 'Release after, release before', keys: '↓ ↑' },
  { menu: 'In the list of releases', command: 'First release, last release', keys: 'Home End' },
  { menu: 'In the list of releases', command: 'Open the release', keys: 'Enter' },
  { menu: 'In the list of releases', command: 'Open it in a window of its own', keys: 'Ctrl+Enter' },
  { menu: 'In the list of releases', command: 'Move it to the trash', keys: 'Delete' },
  { menu: 'On the page', command: 'To the toolbar, and along it', keys: 'Alt+F10, then ← →' },
  { menu: 'On the page', command: 'From the caret to the quote’s row', keys: 'Alt+Enter' },
  { menu: 'On the page', command: 'Beside a draft: next change, change before', keys: 'F8, Shift+F8' },
  { menu: 'In the quotes', command: 'Accept the speaker who is certain', keys: 'Ctrl+Enter' },
  { menu: 'In the quotes', command: 'Back to the page', keys: 'Esc' },
  { menu: 'Where words are looked for', command: 'Next place, place before', keys: 'Enter, Shift+Enter' },
  { menu: 'Where words are looked for', command: 'Back to the page', keys: 'Esc' },
  { menu: 'Side by side', command: 'Next change, change before', keys: 'F8, Shift+F8' },
  { menu: 'Side by side', command: 'Take the change over', keys: 'T' },
  { menu: 'Side by side', command: 'Take it over from the other side', keys: 'Shift+T' },
  { menu: 'Side by side', command: 'Leave it', keys: 'L' },
  { menu: 'Side by side', command: 'A pair that is often compared', keys: 'Alt+1 to Alt+7' },
  { menu: 'Side by side', command: 'Print or save the comparison', keys: 'Ctrl+P' },
  { menu: 'In the drafts and remarks', command: 'Next remark, remark before', keys: 'F8, Shift+F8' },
  { menu: 'In a dialog', command: 'Leave it as it was', keys: 'Esc' },
];
