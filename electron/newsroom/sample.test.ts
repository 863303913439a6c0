import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import { blockText, bodyWords } from '../../shared/release/text';
import { sampleId } from '../../shared/sample/build';
import { TWIN_WORDS } from '../../shared/sample/twin';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

const sampleStore = async () => {
  const folder = join(await temporary(), 'sample');
  valueOf(await makeSample(folder));
  return valueOf(await openNewsroom(folder, { device: 'test' }));
};

describe('the sample newsroom', () => {
  test('is the same bytes on every run', async () => {
    const [one, two] = [join(await temporary(), 'one'), join(await temporary(), 'two')];
    valueOf(await makeSample(one));
    valueOf(await makeSample(two));
    expect(await filesBelow(one)).toEqual(await filesBelow(two));
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

  test('lists nine releases, none of them unreadable', async () => {
    const read = valueOf(await (await sampleStore()).read());
    expect(read.unreadable).toEqual([]);
    expect(read.releases).toHaveLength(9);
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
    });
  });

  test('has three published releases whose every quote is settled', async () => {
    const contents = valueOf(await (await sampleStore()).contents());
    expect(contents.published).toHaveLength(3);
    expect(contents.unreadable).toEqual([]);
    for (const { frozen } of contents.published) {
      const quotes = resolveQuotes(frozen, { people: contents.people.people, approvals: 'persons' });
      expect(quotes.length).toBeGreaterThan(0);
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
