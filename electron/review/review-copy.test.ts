import { expect, test } from 'vitest';
import type { Embargo, Release, VersionHash } from '../../shared/release/model';
import { releaseId } from '../../shared/testing/builders';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { FIRST, ID, newDesk, saveText } from '../newsroom/testing-desk';
import { reviewCopyOf } from './review-copy';

const temporary = temporaryFolders();
const AT = '2026-11-25T09:00:00.000Z';
const until = (day: string): Embargo => ({ instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' });
const [BEFORE, AFTER] = [until('24'), until('28')];

/** A release that was a draft under one embargo, and stands under another now. */
const desk = async (one: Embargo | null, other: Embargo | null, isPublished = false) => {
  const { store } = await newDesk(await temporary());
  const save = (embargo: Embargo | null) => async () => {
    const { release } = valueOf(await store.openRelease(ID));
    return saveText(store, { ...release, embargo });
  };
  await save(one)();
  const draft = valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada')).object;
  if (isPublished) {
    valueOf(await store.publish(ID, 'Ada'));
    valueOf(await store.beginChange(ID, { kind: 'minor', note: '' }, 'Ada'));
  }
  await save(other)();
  const now = valueOf(await store.nameDraft(ID, 'Draft 2', 'Ada')).object;
  const embargoOf = async (object: VersionHash, before: Release | null = null) => {
    const beside = before === null ? null : { release: before, name: 'The other' };
    return valueOf(await reviewCopyOf(store, ID, { object, draft: 'Draft', before: beside }, AT)).embargo;
  };
  return { embargoOf, draft, now };
};

test('a copy of an earlier draft stands under the embargo that was put off since', async () => {
  const { embargoOf, draft } = await desk(BEFORE, AFTER);
  expect(await embargoOf(draft)).toEqual(AFTER);
});

test('a copy of a change stands under the embargo that holds the published text', async () => {
  const { embargoOf, now } = await desk(AFTER, null, true);
  expect(await embargoOf(now)).toEqual(AFTER);
});

test('a copy that shows another release beside it stands under that one’s embargo too', async () => {
  const { embargoOf, now } = await desk(null, null);
  const other = { ...FIRST, id: releaseId('r-other001'), embargo: AFTER };
  expect(await embargoOf(now, other)).toEqual(AFTER);
  expect(await embargoOf(now, { ...other, id: ID })).toBeNull();
});
