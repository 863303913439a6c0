import type { Access } from '../../shared/newsroom/model';
import { shortInstant } from '../ui/dates';

/** What is said while another program has the newsroom: a title without a full stop, sentences, and the act it offers. */
export type Said = {
  readonly kind: 'stop' | 'warn' | 'fine';
  readonly title: string;
  readonly text: string;
  readonly act: string;
};

/** In: who may write, the present instant and the newsroom's zone. Null where there is nothing to say. */
export const accessWords = (
  access: Access,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Said | null => {
  if (access.kind === 'write') return null;
  const { holder, lost } = access;
  if (holder === null)
    return {
      kind: 'fine',
      title: 'Nobody else has this newsroom open any more',
      text: 'It is shown as it can be read. Nothing is saved into it from here until you choose to write.',
      act: 'Write here',
    };
  const who = holder.who === '' ? 'Somebody' : holder.who;
  const place = holder.machine === '' ? '' : ` on ${holder.machine}`;
  const since = shortInstant(holder.since, now, zone);
  return lost
    ? {
        kind: 'stop',
        title: `${who} took this newsroom over${place}: ${since}`,
        text: 'Nothing is saved into it from here any more. Words of yours that were not saved are kept on this computer.',
        act: 'Take it back',
      }
    : {
        kind: 'warn',
        title: `${who} has this newsroom open${place} since ${since}`,
        text: 'You can read, compare and export it. If you take it over, what is typed there from then on is not saved into it.',
        act: 'Take over',
      };
};
