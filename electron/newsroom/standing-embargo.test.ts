import { expect, test } from 'vitest';
import type { Embargo, Release } from '../../shared/release/model';
import { releaseId } from '../../shared/testing/builders';
import { heldUntil } from './standing-embargo';
import { temporaryFolders, valueOf } from './testing';
import { FIRST, ID, newDesk, saveText } from './testing-desk';

const temporary = temporaryFolders();
const until = (day: string): Embargo => ({ instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' });
const [SOON, LATE] = [until('24'), until('28')];

/** A store in which the release stands under an embargo, and a version of it under one of its own. */
const standing = async (embargo: Embargo | null) => {
  const { store } = await newDesk(await temporary());
  const { release } = valueOf(await store.openRelease(ID));
  await saveText(store, { ...release, embargo });
  const version = (own: Embargo | null): Release => ({ ...FIRST, embargo: own });
  return { store, version };
};

test.each([
  ['that its release was given since', null, LATE, LATE],
  ['of its own that ends later', LATE, SOON, LATE],
  ['of neither', null, null, null],
])('a version on paper is held by an embargo %s', async (_, own, now, held) => {
  const { store, version } = await standing(now);
  expect(valueOf(await heldUntil(store, version(own)))).toEqual(held);
});

test('beside an earlier version of the same release it is held by the one that stands', async () => {
  const { store, version } = await standing(null);
  expect(valueOf(await heldUntil(store, version(null), version(LATE)))).toBeNull();
});

test('beside another release it is held by that one too, as it stands', async () => {
  const { store } = await standing(LATE);
  const other = { ...FIRST, id: releaseId('r-other001') };
  valueOf(await store.addRelease(other, 'created', 'Ada'));
  expect(valueOf(await heldUntil(store, other, { ...FIRST, embargo: null }))).toEqual(LATE);
});
