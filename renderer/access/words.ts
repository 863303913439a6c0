import type { Access } from '../../shared/newsroom/model';
import { shortInstant } from '../ui/dates';

/** What is said while another program has the newsroom: a title without a full stop, sentences, and the act it offers. */
export type Said = {
  readonly kind: 'stop' | 'warn' | 'fine';
  readonly title: string;
  readonly text: string;
  /** Null where nothing can be done about it here. */
  readonly act: string | null;
  /** Another way on, that gives something up. */
  readonly otherwise?: string;
};

/** In: who may write, the present instant and the newsroom's zone. Null where there is nothing to say. */
export const accessWords = (
  access: Access,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Said | null => {
  if (access.kind === 'write') return null;
  const { holder, lost, hindrance } = access;
  switch (hindrance?.kind) {
    case 'later':
      return {
        kind: 'warn',
        title: 'A later Standfirst wrote this newsroom',
        text: 'What is known of it here can be read. Nothing is saved into it: open it with that Standfirst, or a later one, to write in it.',
        act: null,
      };
    case 'no-backup':
      return {
        kind: 'stop',
        title: 'This newsroom is of an older form, and no backup of it could be made',
        text: `${hindrance.message} It can be read; nothing is saved into it until it is backed up and brought to the present form.`,
        act: 'Try again',
        otherwise: 'Open without a backup',
      };
    case undefined:
  }
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
