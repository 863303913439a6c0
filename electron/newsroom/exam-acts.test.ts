import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleId } from '../../shared/sample/build';
import { p } from '../../shared/testing/builders';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

test('what is half saved while it is looked at is not found: each release is examined in its turn', async () => {
  const top = await temporary();
  valueOf(await makeSample(join(top, 'newsroom')));
  const store = valueOf(await openNewsroom(join(top, 'newsroom'), { device: 'test', data: join(top, 'data') }));
  const opened = valueOf(await store.openRelease(sampleId('02farm')));
  let isWriting = true;
  const writing = (async () => {
    let after = opened.version;
    for (let number = 0; isWriting; number += 1) {
      const body = [...opened.release.body, p(`The gate was painted ${number} times.`)];
      after = valueOf(await store.saveRelease({ ...opened.release, body }, after, 'Ada'));
    }
  })();
  for (let round = 0; round < 5; round += 1) expect(valueOf(await store.examine()).findings).toEqual([]);
  isWriting = false;
  await writing;
  await store.settled();
});
