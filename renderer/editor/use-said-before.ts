import { useEffect, useRef, useState } from 'react';
import { type ArchivedMatch, voiceOf } from '../../shared/newsroom/said';
import type { Person } from '../../shared/people/model';
import type { Quote } from '../../shared/quotes/model';
import type { ReleaseId } from '../../shared/release/model';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';

/** What was said before of one quote, by its speaker alone. */
export type Said = { readonly key: string; readonly matches: readonly ArchivedMatch[] };

/** The archive is asked this long after the last word, in milliseconds. */
const PAUSE = 300;

type Asked = {
  readonly release: ReleaseId;
  readonly quotes: readonly Quote[];
  readonly people: readonly Person[];
  /** The key of the quote that is written or looked at. */
  readonly asked: string | null;
};

/** What the archive holds that is nearly the quote being written; null where there is nothing, or it cannot be read. */
export const useSaidBefore = ({ release, quotes, people, asked }: Asked): Said | null => {
  const [said, setSaid] = useState<Said | null>(null);
  const isRead = useRef(false);
  const told = useRef<string | null>(null);
  const quote = quotes.find(({ key }) => key === asked);
  const speaker = quote ? voiceOf(quote, people) : null;
  const words = quote?.words ?? '';
  useEffect(() => {
    if (asked === null || speaker === null) {
      setSaid(null);
      return;
    }
    let isLate = false;
    const ask = async (): Promise<void> => {
      const anew = !isRead.current;
      isRead.current = true;
      const answer = await bridge.register.saidBefore({ release, speaker, words, anew });
      if (!answer.ok) isRead.current = false;
      if (isLate) return;
      const matches = answer.ok ? answer.value : [];
      setSaid(matches.length === 0 ? null : { key: asked, matches });
      const otherFigures = matches.some(({ figures }) => figures.said.length + figures.written.length > 0);
      if (otherFigures && told.current !== asked) {
        told.current = asked;
        announce('Said before, with other figures: see the quotes');
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [release, asked, speaker, words]);
  return said;
};
