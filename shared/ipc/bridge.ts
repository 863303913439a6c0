import type { ExportProgress } from '../archive/model';
import type { BackupState } from '../backup/model';
import type { CatalogueProgress } from '../import/catalogue-model';
import type { ExaminationState } from '../newsroom/examination';
import type { Access, ReleaseSummary } from '../newsroom/model';
import type { Release } from '../release/model';
import type { RemovalState } from '../removal/model';
import type { Answers } from './answers';
import type { Arguments, CallName } from './calls';
import type { MenuCommand } from './menu-commands';

/** What the main process tells the page. */
export type Events = {
  /** Save now and answer with `app:flushed`: the window is about to close or the machine to sleep. */
  'app:flush': null;
  /** Why what was asked of the program, and not of a page, was not done. */
  'app:refused': string;
  /** Another program took the newsroom over, or has left it. */
  'access:changed': Access;
  'backup:state': BackupState;
  'catalogue:progress': CatalogueProgress;
  'export:progress': ExportProgress;
  'examination:state': ExaminationState;
  'removal:state': RemovalState;
  /** A menu item was chosen. */
  'menu:command': MenuCommand;
  /** Another window changed something of the newsroom: what is shown of it is to be read again. */
  'newsroom:changed': null;
  /** Another window saved this release. */
  'newsroom:saved': Release;
  /** Something was put aside beside the work: `outside:copies` tells of it. */
  'newsroom:aside': null;
  /** Rows whose quotes were counted after the list was given. */
  'newsroom:rows': readonly ReleaseSummary[];
};
export type EventName = keyof Events;

type Camel<Words extends string> = Words extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Words;
type RoomOf<Name extends string> = Name extends `${infer Room}:${string}` ? Room : never;

/**
 * The one bridge, `window.standfirst`: a named function for each call and nothing else. `releases:set-state` is
 * `releases.setState`; what it answers is told of in `Answers`.
 */
export type Bridge = {
  readonly [Name in RoomOf<CallName>]: {
    readonly [
      Call in Extract<CallName, `${Name}:${string}`> as Call extends `${Name}:${infer Words}` ? Camel<Words> : never
    ]: (...args: Arguments<Call>) => Promise<Answers[Call]>;
  };
} & {
  /** Listens to an event; the answer stops listening. */
  readonly on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => () => void;
};
