import { WEEK_STORIES } from '../../shared/sample/stories';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyRelease } from '../../shared/release/empty';
import { p, personId, quoteId, releaseId } from '../../shared/testing/builders';
import { makeSample } from '../newsroom/sample';
import { openNewsroom } from '../newsroom/store';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { SaidArchive } from './said-archive';

const folder = temporaryFolders();

const sample = async () => {
  const top = await folder();
  const newsroom = join(top, 'newsroom');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const store = valueOf(await openNewsroom(newsroom, { device: 'test', data: join(top, 'data') }));
  const glyn = valueOf(await store.read()).people.people.find(({ name }) => name === 'Nerys Glŷn');
  if (glyn === undefined) throw new Error('the sample has no Nerys Glŷn');
  return { store, speaker: glyn.id };
};
const WRITTEN = '“In two years I will ask them whether it worked, and I will print what they say.”';
const HERE = releaseId('r-written00');

test('what a speaker said in another release is found, with the figures that differ; nobody else’s is', async () => {
  const { store, speaker } = await sample();
  const archive = new SaidArchive();
  const near = async (who: string) =>
    valueOf(await archive.near(store, { release: HERE, speaker: who, words: WRITTEN, anew: false }));
  const [match, ...others] = await near(speaker);
  expect(others).toEqual([]);
  expect(match?.quote).toMatchObject({
    headline: 'Ten more street wardens for Hexley town centre',
    date: '2026-11-19',
  });
  expect(match?.figures.written).toEqual(['two']);
  expect(await near('p-somebody-else')).toEqual([]);
});

test('the release that is written is not asked, and what was saved since is known once it is read anew', async () => {
  const { store, speaker } = await sample();
  const archive = new SaidArchive();
  const near = async (release: string, anew: boolean) =>
    valueOf(await archive.near(store, { release: releaseId(release), speaker, words: WRITTEN, anew }));
  const [own] = await near(HERE, true);
  expect(await near(own?.quote.release ?? '', false)).toEqual([]);

  const again = releaseId('r-again00000');
  const words = '“In a year I will ask them whether it worked, and I will print all of it.”';
  const quote = {
    id: quoteId('q-again00000'),
    ranges: [{ block: 0, start: 0, end: words.length }],
    speaker: { person: personId(speaker), name: 'Nerys Glŷn', role: '', setBy: 'Ada', at: '2026-11-20T10:00:00.000Z' },
    approvals: [],
  };
  const release = { ...emptyRelease(again), headline: 'Again', body: [p(words)], quotes: [quote] };
  valueOf(await store.addRelease(release, 'created', 'Ada'));
  expect((await near(HERE, false)).map((each) => each.quote.release)).not.toContain(again);
  expect((await near(HERE, true)).map((each) => each.quote.release)).toContain(again);
});
