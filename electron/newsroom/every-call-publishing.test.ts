import { describe } from 'vitest';
import type { NewsroomStore } from './model';
import { ID, edited } from './testing-desk';
import { type Act, OLD, type Texts, has, isDoneOrNotDone, open } from './testing-every-call';
import { temporaryFolders, valueOf } from './testing';

const CORRECTED: Texts = { [ID]: 'Two, or three.' };
/** Published, and a correction of it written. */
const corrected = async (store: NewsroomStore): Promise<void> => {
  valueOf(await store.publish(ID, 'Ada'));
  const { release, version } = valueOf(
    await store.beginChange(ID, { kind: 'corrected', note: 'Two, or three.' }, 'Ada'),
  );
  valueOf(await store.saveRelease({ ...release, body: edited('Two, or three.').body }, version, 'Ada'));
};

const ACTS: Readonly<Record<string, Act>> = {
  'a draft’s name': { run: (store) => store.nameDraft(ID, 'Draft 1', 'Ada'), becomes: OLD, isDone: has('draft') },
  'an agreement': {
    before: async (store) => {
      valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
      valueOf(await store.setState(ID, 'in review', 'Ada'));
    },
    run: (store) => store.agree(ID, { by: 'Tom', text: '', checks: ['names', 'quotes', 'figures', 'embargo'] }, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'agreed',
  },
  'an override': {
    run: (store) =>
      store.addOverride(ID, {
        check: 'missing-date',
        digest: '',
        by: 'Ada',
        reason: 'So',
        at: '2026-11-22T09:00:00.000Z',
      }),
    becomes: OLD,
    isDone: async (store) => (await open(store)).overrides.length === 1,
  },
  publishing: {
    run: (store) => store.publish(ID, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'published',
  },
  'a correction begun': {
    before: (store) => store.publish(ID, 'Ada'),
    run: (store) => store.beginChange(ID, { kind: 'corrected', note: 'Two, not three.' }, 'Ada'),
    becomes: OLD,
    isDone: async (store) => (await open(store)).publication?.change?.kind === 'corrected',
  },
  'a correction published': {
    before: corrected,
    run: (store) => store.publishChange(ID, 'Ada'),
    old: CORRECTED,
    becomes: CORRECTED,
    isDone: async (store) => (await open(store)).state === 'corrected',
  },
  'a correction given up': {
    before: corrected,
    run: (store) => store.cancelChange(ID, 'Ada'),
    old: CORRECTED,
    becomes: OLD,
  },
  'a withdrawal': {
    before: corrected,
    run: (store) => store.withdraw(ID, 'It named a witness.', 'Ada'),
    old: CORRECTED,
    becomes: OLD,
    isDone: async (store) => (await open(store)).state === 'withdrawn',
  },
};

describe('whichever call to the disk goes wrong', () => {
  isDoneOrNotDone(ACTS, temporaryFolders());
});
