import { useEffect, useLayoutEffect, useState } from 'react';
import type { Fault } from '../../shared/fault';
import type { StartState } from '../../shared/ipc/contract';
import type { Newsroom } from '../../shared/newsroom/model';
import type { Instant, ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { KeyboardMap } from '../help/KeyboardMap';
import { FirstStart } from '../start/FirstStart';
import { LiveRegions } from '../ui/LiveRegions';
import { refuse } from '../ui/announce';
import { NewsroomScreen } from './NewsroomScreen';
import { Refusal } from './Refusal';
import { keepFocus } from './keep-focus';
import { goRound } from './regions';

type Entered = {
  readonly newsroom: Newsroom;
  readonly who: string;
  /** Set where it was just restored: when the backup was made. */
  readonly restored?: Instant;
  /** The release that the window is for. */
  readonly release: ReleaseId | null;
  /** Why another newsroom did not open in this one's place. */
  readonly fault?: Fault | null;
};

type Props = {
  /** What the program found as it started; asked for before the page is drawn. */
  readonly starting: Promise<StartState>;
};

/** The whole page: the first start, then the newsroom. Its appearance follows the system's, which the menu sets. */
export const App = ({ starting }: Props) => {
  const [start, setStart] = useState<StartState | null>(null);
  const [mapShown, setMapShown] = useState(false);
  const [entered, setEntered] = useState<Entered | null>(null);

  // Before the first drawing, in which nothing is to be seen yet.
  useLayoutEffect(() => {
    let isHere = true;
    void starting.then((state) => {
      if (!isHere) return;
      setStart(state);
      if (state.newsroom !== null && state.who !== '')
        setEntered({ newsroom: state.newsroom, who: state.who, release: state.release, fault: state.fault });
    });
    return () => {
      isHere = false;
    };
  }, [starting]);

  useEffect(keepFocus, []);

  useEffect(() => bridge.on('app:refused', refuse), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      goRound(document, event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        if (command === 'next-region') goRound(document, 1);
        else if (command === 'previous-region') goRound(document, -1);
        else if (command === 'show-shortcuts' && document.querySelector('dialog[open]') === null) setMapShown(true);
      }),
    [],
  );

  // Until there is a newsroom there is nothing to save: the window may close at once.
  useEffect(() => {
    if (entered !== null) return;
    return bridge.on('app:flush', () => void bridge.app.flushed('saved'));
  }, [entered]);

  return (
    <>
      {start !== null && entered === null && (
        <FirstStart
          start={start}
          onReady={(newsroom, who, restored) =>
            setEntered({ newsroom, who, release: null, ...(restored === undefined ? {} : { restored }) })
          }
        />
      )}
      {entered !== null && (
        <NewsroomScreen
          key={entered.newsroom.folder}
          newsroom={entered.newsroom}
          who={entered.who}
          restored={entered.restored ?? null}
          release={entered.release}
          fault={entered.fault ?? null}
          elsewhere={{
            onNewsroom: (newsroom) => setEntered({ newsroom, who: entered.who, release: null }),
            onNewsrooms: () =>
              void bridge.app.start().then((state) => {
                setStart(state);
                setEntered(null);
              }),
          }}
          onRestored={({ newsroom, of }) => setEntered({ newsroom, who: entered.who, release: null, restored: of })}
        />
      )}
      {mapShown && <KeyboardMap onClose={() => setMapShown(false)} />}
      <LiveRegions />
      <Refusal />
    </>
  );
};
