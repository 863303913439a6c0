/* What passes between the page and the main process: the calls with their schemas, what they answer, the bridge that the page
   has them by, and the events that it hears. */

import type { Answers } from './answers';
import type { Arguments, CallName } from './calls';

export type {
  AddedMedia,
  Answers,
  Preferences,
  RecoveredRelease,
  Recovery,
  RestoredNewsroom,
  Shortcut,
  StartState,
  StrandedWords,
  Theme,
} from './answers';
export type { Bridge, EventName, Events } from './bridge';
export { type Arguments, CALLS, type CallName, SETTLED, type Settled } from './calls';
export { MENU_COMMANDS, type MenuCommand } from './menu-commands';

export type Handlers = { [Name in CallName]: (...args: Arguments<Name>) => Promise<Answers[Name]> };
