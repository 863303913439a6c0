import { useEffect, useRef, useState } from 'react';
import type { ReleaseId } from '../../shared/release/model';
import { withCounts } from '../../shared/newsroom/summary';
import { bridge } from '../bridge';
import { afterDrawing } from '../ui/after-drawing';
import { beginInText } from './keep-focus';
import { answerCommand } from './newsroom-commands';
import type { NewsroomWork } from './use-newsroom';

/** What reaches the newsroom from outside the page: the menu, the main process, and the window itself. */
export const useNewsroomEvents = (work: NewsroomWork, release: ReleaseId | null): void => {
  const { newsroom, place, openId, setNewsroom, setFault, bringHome, refresh, savedElsewhere, openRelease } = work;
  const { setReport, setTrouble } = work.removal;

  useEffect(() => bridge.on('menu:command', (command) => answerCommand(work, command)));

  useEffect(
    () =>
      bridge.on('newsroom:rows', (rows) =>
        setNewsroom((now) => ({ ...now, releases: withCounts(now.releases, rows) })),
      ),
    [setNewsroom],
  );

  useEffect(
    () =>
      bridge.on('removal:state', (state) => {
        if (state.kind === 'done') setReport(state.report);
        else if (state.kind === 'tidied') setTrouble(state.trouble);
        else if (state.kind === 'failed') setFault(state.fault);
      }),
    [setReport, setTrouble, setFault],
  );

  // What other programs did meanwhile shows when the window is turned to again.
  const look = useRef(refresh);
  useEffect(() => void (look.current = refresh));
  useEffect(() => {
    const again = (): void => void look.current();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, []);

  // Rows that were counted before this page listened are told no more: the list is read once again.
  const [isUncounted] = useState(() => newsroom.releases.some(({ quotes }) => quotes === null));
  useEffect(() => {
    if (isUncounted) return afterDrawing(() => void look.current());
    return undefined;
  }, [isUncounted]);

  // What another window did shows here too.
  const row = useRef(savedElsewhere);
  useEffect(() => void (row.current = savedElsewhere));
  useEffect(() => bridge.on('newsroom:changed', () => void look.current()), []);
  useEffect(() => bridge.on('newsroom:saved', (saved) => void row.current(saved)), []);

  // A window that is for a release opens it; from then on the main process knows which one stands here.
  const begin = useRef(openRelease);
  const told = useRef<ReleaseId | null>(null);
  useEffect(() => {
    if (release !== null) void begin.current(release).then(beginInText);
  }, [release]);
  useEffect(() => {
    if (told.current === openId) return;
    told.current = openId;
    void bridge.app.showing(openId);
  }, [openId]);

  // The main process is told what became of the words, so that it asks the writer before any of them could be left behind.
  const home = useRef(bringHome);
  useEffect(() => void (home.current = bringHome));
  useEffect(() => {
    const answer = async (): Promise<void> => void (await bridge.app.flushed(await home.current()));
    return bridge.on('app:flush', () => void answer());
  }, []);

  const headline = place.open?.release.headline ?? '';
  useEffect(() => {
    document.title = `${headline === '' ? newsroom.settings.organisation : headline} – Standfirst`;
  }, [headline, newsroom.settings.organisation]);
};
