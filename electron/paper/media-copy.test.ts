import { expect, test } from 'vitest';
import { mediaCopyText } from '../../shared/paper/media-copy';
import type { Embargo } from '../../shared/release/model';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { ID, newDesk } from '../newsroom/testing-desk';
import { mediaCopyOf } from './media-copy';

const temporary = temporaryFolders();
const until = (day: string): Embargo => ({ instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' });

/** A release published on 22 November with one embargo; a change of it is open since, with another. */
const published = async (frozen: Embargo | null, since: Embargo | null) => {
  const { store, time } = await newDesk(await temporary());
  const embargo = async (embargo: Embargo | null) => {
    const { release, version } = valueOf(await store.openRelease(ID));
    valueOf(await store.saveRelease({ ...release, embargo }, version, 'Ada'));
  };
  await embargo(frozen);
  valueOf(await store.publish(ID, 'Ada'));
  valueOf(await store.beginChange(ID, { kind: 'minor', note: '' }, 'Ada'));
  await embargo(since);
  return mediaCopyText(valueOf(await mediaCopyOf(store, ID, time.now())));
};

test.each([
  ['put off since it was published', until('24'), until('28'), '28 November'],
  ['set since it was published', null, until('28'), '28 November'],
  ['taken away by a change that is not public yet', until('24'), null, '24 November'],
])('the media copy of what waits for an embargo that was %s says so', async (_, frozen, since, day) => {
  const copy = await published(frozen, since);
  expect(copy).toMatch(new RegExp(`^EMBARGOED until 09:00 on \\w+ ${day} 2026\\n`));
  expect(copy).not.toContain('IMMEDIATE RELEASE');
});

test('the media copy of a release without any embargo is for immediate release', async () => {
  expect(await published(null, null)).toMatch(/^FOR IMMEDIATE RELEASE\n/);
});
