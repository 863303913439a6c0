import path from 'node:path';
import { expect, test } from 'vitest';
import type { Person } from '../../shared/people/model';
import type { Release } from '../../shared/release/model';
import { newsroomSettings, p, personId, release, releaseId, speaker, storedQuote } from '../../shared/testing/builders';
import { createNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { handClock } from '../newsroom/testing-desk';
import { exportBundle } from './export-bundle';
import { textsPlace } from './state';
import { readContents } from '../newsroom/contents';
import { readKnownTexts } from '../newsroom/known-texts';

/* Three people of one name, and topics that fold to one: what a published address means, it means whatever is done later. */

const temporary = temporaryFolders();
const WHO = ['p-amber', 'p-birch', 'p-cedar'].map(personId);
const WORDS = ['“Amber.”', '“Birch.”', '“Cedar.”'];
const TOPICS = ['Cafe', 'Café', 'Cafè'];
const idOf = (index: number) => releaseId(`r-place000${index}`);
const textBy = (index: number): Partial<Release> => ({
  headline: `Number ${index}`,
  standfirst: 'S.',
  dateline: { place: '', date: '2026-11-20' },
  body: [p(WORDS[index] ?? '')],
  quotes: [
    storedQuote('q-one00001', [[0, 0, 8]], { speaker: speaker('Ruth Attwater', { person: WHO[index] ?? null }) }),
  ],
  topics: [TOPICS[index] ?? ''],
});

/** Three releases, each of one of them, and the places of each that an export gives. */
const threeDesk = async (count = 3) => {
  const top = await temporary();
  const [newsroom, data, out] = ['newsroom', 'data', 'bundle'].map((name) => path.join(top, name)) as [string, string, string]; // prettier-ignore
  const time = handClock();
  const options = { device: 'desk', now: time.now, after: time.after, data };
  const given = newsroomSettings({ organisation: 'Office', approvals: 'nobody' });
  const store = valueOf(await createNewsroom(newsroom, given, options));
  for (const id of WHO) {
    const person: Person = {
      id,
      kind: 'person',
      name: 'Ruth Attwater',
      alsoKnownAs: [],
      roles: [],
      approvalsContact: '',
    };
    valueOf(await store.savePerson(person, null));
  }
  const publish = async (index: number): Promise<void> => {
    valueOf(await store.addRelease(release({ id: idOf(index), ...textBy(index) }), 'created', 'Ada'));
    valueOf(await store.publish(idOf(index), 'Ada'));
    time.pass(86_400);
  };
  for (let index = 0; index < count; index += 1) await publish(index);
  const made = async (to: string, isNoted: boolean): Promise<Record<string, string>> => {
    const texts = textsPlace(data, newsroom);
    const contents = valueOf(await readContents(newsroom, null, isNoted ? await readKnownTexts(texts, 'one') : null));
    const now = time.now();
    const request = {
      newsroom,
      contents,
      out: to,
      asOf: now.toISOString(),
      preview: false,
      plan: false,
      now: now.getTime(),
    };
    const report = valueOf(await exportBundle({ ...request, ...(isNoted ? { data, texts, program: 'one' } : {}) }));
    expect(report.findings).toEqual([]);
    return filesBelow(path.join(to, 'data'));
  };
  let times = 0;
  /** Whose list stands where. The bundle that is made on top of the last one is the one that is made afresh. */
  const places = async () => {
    time.pass(60);
    const files = await made(out, true);
    expect(files).toEqual(await made(path.join(top, `fresh-${(times += 1)}`), false));
    const whose = (folder: string): string[][] =>
      [0, 1, 2].map((index) =>
        Object.entries(files).flatMap(([name, page]) =>
          name.startsWith(`${folder}/`) && name.endsWith('.html') && page.includes(`>Number ${index}<`)
            ? (name.split('/').at(-2) ?? '')
            : [],
        ),
      );
    return { people: whose('people'), topics: whose('topics') };
  };
  return { store, time, publish, places };
};

const ALL = {
  people: [['ruth-attwater'], ['ruth-attwater-2'], ['ruth-attwater-3']],
  topics: [['cafe'], ['cafe-2'], ['cafe-3']],
};
const WITHOUT_FIRST = {
  people: [[], ['ruth-attwater-2'], ['ruth-attwater-3']],
  topics: [[], ['cafe-2'], ['cafe-3']],
};

test('the oldest release is withdrawn, or replaced: the places of the others stay', async () => {
  const { store, publish, places } = await threeDesk(2);
  expect((await places()).people).toEqual([['ruth-attwater'], ['ruth-attwater-2'], []]);
  valueOf(await store.withdraw(idOf(0), 'It was wrong.', 'Ada'));
  expect((await places()).people).toEqual([[], ['ruth-attwater-2'], []]);
  // One that comes now does not take the place that was another's.
  await publish(2);
  expect(await places()).toEqual(WITHOUT_FIRST);
  const other = await threeDesk();
  expect(await other.places()).toEqual(ALL);
  valueOf(await other.store.replace(idOf(0), idOf(1), 'It was wrong.', 'Ada'));
  expect(await other.places()).toEqual(WITHOUT_FIRST);
});

test('a correction takes a name away, or brings one in: the places of the others stay', async () => {
  const { store, time, places } = await threeDesk(2);
  const correct = async (to: Partial<Release>): Promise<void> => {
    valueOf(await store.beginChange(idOf(0), { kind: 'corrected', note: 'Somebody else.' }, 'Ada'));
    const { release: open, version } = valueOf(await store.openRelease(idOf(0)));
    valueOf(await store.saveRelease({ ...open, ...to }, version, 'Ada'));
    valueOf(await store.publishChange(idOf(0), 'Ada'));
    time.pass(86_400);
  };
  const { quotes, body, topics } = textBy(2);
  await correct({ quotes: quotes ?? [], body: body ?? [], topics: topics ?? [] });
  expect(await places()).toEqual({
    people: [['ruth-attwater-3'], ['ruth-attwater-2'], []],
    topics: [['cafe-3'], ['cafe-2'], []],
  });
  valueOf(await store.withdraw(idOf(0), 'It was wrong.', 'Ada'));
  expect(await places()).toEqual({ people: [[], ['ruth-attwater-2'], []], topics: [[], ['cafe-2'], []] });
});

test('two entries are merged: both are where the older one was, and the third stays', async () => {
  const { store, places } = await threeDesk();
  expect(await places()).toEqual(ALL);
  valueOf(await store.mergePeople(personId('p-birch'), personId('p-amber')));
  expect((await places()).people).toEqual([['ruth-attwater'], ['ruth-attwater'], ['ruth-attwater-3']]);
  // Also when the older one’s words are gone: its place is still theirs.
  valueOf(await store.withdraw(idOf(0), 'It was wrong.', 'Ada'));
  expect((await places()).people).toEqual([[], ['ruth-attwater'], ['ruth-attwater-3']]);
});
