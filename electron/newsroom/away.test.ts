import { mkdir, rename, rmdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../shared/fault';
import type { Result } from '../../shared/result';
import { personId, releaseId } from '../../shared/testing/builders';
import { FIRST, newDesk } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
const ADA = {
  id: personId('p-ada-lovell'),
  kind: 'person',
  name: 'Ada Lovell',
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
} as const;
const SECOND = { ...FIRST, id: releaseId('r-test0002') };

/** A newsroom whose folder went away while it was open; an empty one stands in its place where its disk was mounted there. */
const goneUnder = async (standsEmpty: boolean) => {
  const desk = await newDesk(await temporary());
  valueOf(await desk.store.savePerson(ADA, null));
  await desk.store.settled();
  await rename(desk.folder, `${desk.folder} away`);
  await mkdir(desk.folder);
  if (!standsEmpty) await rmdir(desk.folder);
  return desk;
};

describe.each([
  ['with an empty folder in its place', true],
  ['with nothing in its place', false],
])('a newsroom that is away, %s', (_where, standsEmpty) => {
  test('takes nothing in: what would be written there is not in the newsroom when it is back', async () => {
    const { store, folder } = await goneUnder(standsEmpty);
    const published = { address: 'news/paths.html', at: '2026-11-24T09:00:00.000Z' };
    const out = { ...FIRST, id: releaseId('r-test0003'), standfirst: 'Two of them.' };
    const answers: readonly Result<unknown, Fault>[] = [
      await store.addRelease(SECOND, 'created', 'Ada'),
      await store.addPublished(out, published, 'Ada'),
      await store.savePerson({ ...ADA, id: personId('p-ben-arkle') }, null),
      await store.savePerson({ ...ADA, approvalsContact: 'ada@dale.example' }, ADA),
    ];
    for (const answer of answers)
      expect(faultOf(answer)).toMatchObject({
        code: 'disk',
        message: 'The newsroom’s folder is no longer there. Bring it back, or save a copy elsewhere.',
      });
    if (standsEmpty) {
      expect(await filesBelow(folder)).toEqual({});
      await rmdir(folder);
    }
    // It comes back to its place, and all goes on.
    await rename(`${folder} away`, folder);
    valueOf(await store.addRelease(SECOND, 'created', 'Ada'));
  });
});
