import { WEEK_STORIES } from '../../shared/sample/stories';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSample } from '../newsroom/sample';
import { filesBelow, valueOf } from '../newsroom/testing';

/** For tests: the sample newsroom in a new folder below `place`, with media, a lock, and files that the system made. */
export const newsroomIn = async (place: string): Promise<string> => {
  const newsroom = join(place, 'newsroom');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const [release] = Object.keys(await filesBelow(newsroom)).filter((path) => path.endsWith('/release.json'));
  const media = join(newsroom, release ?? '', '..', 'media');
  await mkdir(media);
  await writeFile(
    join(media, 'picture.jpg'),
    new Uint8Array(300_000).map((_, index) => (index * 7919) % 251),
  );
  await writeFile(join(newsroom, 'Nodiadau’r swyddfa.txt'), 'Tŷ 🏠\n');
  await writeFile(join(newsroom, 'empty.txt'), '');
  await writeFile(join(newsroom, '.DS_Store'), 'x');
  await writeFile(join(newsroom, 'newsroom.lock'), '{}');
  return newsroom;
};

/** The files of a newsroom that a backup holds. */
export const backedUp = async (newsroom: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await filesBelow(newsroom)).filter(
      ([path]) => path !== 'newsroom.lock' && !path.split('/').some((part) => part.startsWith('.')),
    ),
  );

/** Changes something in a newsroom, so that the next backup is a new one. */
export const changeSomething = (newsroom: string): Promise<void> => appendFile(join(newsroom, 'empty.txt'), 'more\n');
