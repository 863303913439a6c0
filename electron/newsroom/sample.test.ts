import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import { alternativeFault } from '../../shared/release/alternative';
import { blockText, bodyWords } from '../../shared/release/text';
import { sampleId } from '../../shared/sample/build';
import { TWIN_WORDS } from '../../shared/sample/twin';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

/** Made once: nothing here writes in it. */
let made: string | null = null;
const sampleStore = async () => {
  if (made === null) {
    const folder = join(await mkdtemp(join(tmpdir(), 'standfirst-sample-')), 'sample');
    valueOf(await makeSample(folder));
    made = folder;
  }
  return valueOf(await openNewsroom(made, { device: 'test' }));
};
afterAll(async () => {
  if (made !== null) await rm(dirname(made), { recursive: true });
});

describe('the sample newsroom', () => {
  test('is the same bytes on every run', async () => {
    const again = join(await temporary(), 'again');
    valueOf(await makeSample(again));
    expect(await filesBelow(again)).toEqual(await filesBelow((await sampleStore()).folder));
  });

  test('keeps every path within 200 characters and safe on every system', async () => {
    const store = await sampleStore();
    for (const path of Object.keys(await filesBelow(store.folder))) {
      expect(path.length).toBeLessThanOrEqual(200);
      expect(path).toMatch(/^[A-Za-z0-9./-]+$/);
    }
  });

  test('is not made over anything', async () => {
    const store = await sampleStore();
    const before = await filesBelow(store.folder);
    expect(faultOf(await makeSample(store.folder)).code).toBe('not-empty');
    expect(await filesBelow(store.folder)).toEqual(before);
  });

  test('lists two dozen releases over three years in every state, none of them unreadable', async () => {
    const read = valueOf(await (await sampleStore()).read());
    expect(read.unreadable).toEqual([]);
    expect(read.releases).toHaveLength(24);
    const states = Object.fromEntries(read.releases.map((each) => [each.id.slice('r-wyrdale'.length), each.state]));
    expect(states).toEqual({
      '01twin': 'working',
      '02farm': 'in review',
      '03wardens': 'published',
      '04marshals': 'published',
      '05capsule': 'published',
      '06ffyrdd': 'working',
      '07review': 'working',
      '08survey': 'in review',
      '09visitors': 'agreed',
      '10oath': 'published',
      '11desks': 'corrected',
      '13grants': 'published',
      '14barn': 'replaced',
      '15owners': 'published',
      '16canolfan': 'published',
      '17evening': 'withdrawn',
      '18shuhud': 'published',
      '19prize': 'removed',
      '20precept': 'published',
      '21report': 'published',
      '22river': 'published',
      '23thana': 'working',
      '24line': 'working',
      '25winter': 'working',
    });
    expect(new Set(read.releases.map(({ language }) => language))).toEqual(new Set(['en-GB', 'cy', 'ar', 'ur']));
    const years = read.releases.filter(({ state }) => state === 'published').map(({ date }) => date.slice(0, 4));
    expect(new Set(years)).toEqual(new Set(['2024', '2025', '2026', '2099']));
  });

  test('has published releases whose every quote is settled, and whose every picture is described', async () => {
    const contents = valueOf(await (await sampleStore()).contents());
    expect(contents.published).toHaveLength(15);
    expect(contents.unreadable).toEqual([]);
    for (const { frozen } of contents.published) {
      const quotes = resolveQuotes(frozen, { people: contents.people.people, approvals: 'persons' });
      const pictures = frozen.body.filter((block) => block.type === 'image');
      expect(pictures.every((image) => alternativeFault(image) === null)).toBe(true);
      expect(
        quotes.every((quote) => quote.stored !== null && /^(approved|no approval needed)$/.test(quote.status)),
      ).toBe(true);
    }
  });

  test('has a release in the long-standing form: nine paragraphs, one running quotation of eight, nobody settled', async () => {
    const { release } = valueOf(await (await sampleStore()).openRelease(sampleId('01twin')));
    expect(release.body).toHaveLength(9);
    expect(bodyWords(release)).toBe(TWIN_WORDS);
    expect(release.quotes).toEqual([]);
    expect(blockText(release.body[7] ?? { type: 'paragraph', runs: [] })).not.toContain('”');
    const found = resolveQuotes(release, { people: [], approvals: 'persons' });
    expect(found.map((quote) => quote.ranges.map((range) => range.block))).toEqual([[1, 2, 3, 4, 5, 6, 7, 8]]);
  });

  test('is whole', async () => {
    expect(valueOf(await (await sampleStore()).examine())).toMatchObject({ releases: 24, findings: [] });
  });

  test('has a quote whose words changed after it was approved', async () => {
    const read = valueOf(await (await sampleStore()).read());
    expect(read.releases.find((each) => each.id === sampleId('07review'))?.quotes?.changed).toBe(1);
  });

  test('has two named drafts to compare', async () => {
    const store = await sampleStore();
    const drafts = valueOf(await store.versions(sampleId('02farm'))).filter((line) => line.kind === 'draft');
    expect(drafts.map((line) => line.name)).toEqual(['Draft 1', 'Draft 2, legal']);
    const [first, second] = await Promise.all(drafts.map((line) => store.version(sampleId('02farm'), line.object)));
    expect(valueOf(first ?? { ok: false, fault: { code: 'not-found', message: '' } }).body).toHaveLength(6);
    expect(valueOf(second ?? { ok: false, fault: { code: 'not-found', message: '' } }).body).toHaveLength(6);
  });
});
