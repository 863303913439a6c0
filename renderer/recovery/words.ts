import type { Recovery } from '../../shared/ipc/contract';
import { shortInstant } from '../ui/dates';

/** What is said over a release that was opened with kept words: a title without a full stop, and sentences below it. */
export type Said = { readonly title: string; readonly text: string };

type At = { readonly now: Date; readonly zone: string };

const DAMAGED = ['', 'One of the two copies kept here was damaged.', 'Both copies kept here were damaged.'] as const;

/** In: what became of the words, the present instant and the newsroom's zone. */
export const recoveryWords = ({ outcome, at, damaged }: Recovery, { now, zone }: At): Said => {
  const spoilt = DAMAGED[Math.min(damaged, 2)] ?? '';
  const from = at === null ? '' : ` from ${shortInstant(at, now, zone)}`;
  switch (outcome) {
    case 'continued':
      return {
        title: `Words${from} were recovered`,
        text: joined(
          'They were not in the last save. They are saved now, and the history has the text before and after.',
          spoilt,
        ),
      };
    case 'unsaved':
      return {
        title: `Words${from} were recovered`,
        text: joined(
          'They were not in the last save, and stand here again. They are still kept on this computer.',
          spoilt,
        ),
      };
    case 'diverged':
      return {
        title: 'The saved text was changed after these words were kept',
        text: joined(
          `Before is the saved text, after it what was recovered${from}. Both are in the release’s history, whichever you keep. The saved text’s embargo and approvals stay either way.`,
          spoilt,
        ),
      };
    case 'waiting':
      return {
        title: `Words${from} are kept on this computer, and are not in this text`,
        text: joined(
          'Nothing is saved into the newsroom from here now. They come in when you write here again; until then you can save a copy of them.',
          spoilt,
        ),
      };
    case 'none':
      return {
        title: 'Words kept on this computer could not be read',
        text: joined(spoilt, 'This is the text as it was saved. What could be kept of the damaged copy was put aside.'),
      };
  }
};

const joined = (...sentences: readonly string[]): string => sentences.filter((each) => each !== '').join(' ');
