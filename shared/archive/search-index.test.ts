import { describe, expect, test } from 'vitest';
import { p, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { prove } from './proof';
import { SEGMENT, searchIndex } from './search-index';
import type { ArchiveRelease } from './site';
import { publicRelease, settings, siteOf, withOther } from './testing';

const filesOf = (releases: readonly ArchiveRelease[]) =>
  new Map([...searchIndex(siteOf(releases))].map(({ path, contents }) => [path, contents]));
/** What a script hands to the page: the arguments of a call. */
const handed = (contents = '', call: 'standfirstWords' | 'standfirstNames' | 'standfirstParts'): unknown[] => {
  const match = new RegExp(`${call}\\((.*?)\\);\n(?=standfirst|$)`, 's').exec(contents);
  return JSON.parse(`[${match?.[1] ?? ''}]`) as unknown[];
};
const wordsIn = (contents = ''): Record<string, string> =>
  handed(contents, 'standfirstWords')[1] as Record<string, string>;

/** So many releases, one a minute, newest first. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    withOther(
      publicRelease({ id: releaseId(`r-n${index}`), headline: `Item n${index}` }, `news/2026/11/n${index}.html`),
      { since: new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString() },
    ),
  ).toReversed();

describe('the search index', () => {
  test('has the words of headline, text, topics and people, folded, those that name the release marked', () => {
    const words = '“The Café opens.”';
    const found = publicRelease({
      headline: 'Bridge',
      standfirst: 'It is late.',
      topics: ['Roads'],
      body: [p(words)],
      quotes: [storedQuote('q-1', [[0, 0, words.length]], { speaker: speaker('Mara Quill') })],
    });
    const index = wordsIn(filesOf([found]).get('search/0.js'));
    // The first release is number 0: twice the first sign.
    for (const naming of ['bridge', 'roads', 'mara', 'quill']) expect(index[naming]).toBe('!! !!');
    for (const other of ['late', 'cafe', 'opens', 'eastmere']) expect(index[other]).toBe('!!');
    expect(Object.keys(index)).toEqual(Object.keys(index).toSorted());
  });

  test('has nothing of notes that are not on the page: no contact', () => {
    const found = publicRelease({ contacts: [{ name: 'Zelda', role: '', phone: '', email: '', mediaOnly: true }] });
    expect(filesOf([found]).get('search/0.js')).not.toContain('zelda');
  });

  test('shows address, headline, day and which way it is written', () => {
    const found = publicRelease({ language: 'ar', headline: 'A","b],[' });
    expect(handed(filesOf([found]).get('search/0.js'), 'standfirstNames')[1]).toEqual([
      ['news/2026/11/bridge.html', 'A","b],[', '10 نوفمبر 2026', 'ar', 'rtl'],
    ]);
  });

  test('a full segment has a file for each first letter and does not change by a new release', () => {
    const before = filesOf(many(SEGMENT));
    expect([...before.keys()]).toEqual(expect.arrayContaining(['search/0-names.js', 'search/0-n.js', 'search/0-i.js']));
    const after = filesOf(many(SEGMENT + 1));
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual(['search/1.js', 'search/parts.js']);
    expect(handed(after.get('search/parts.js'), 'standfirstParts')).toEqual([
      [expect.stringMatching(/\bi\b.*\bn\b/), ''],
    ]);
    // Number 511 is 22 times 23 and 5: the last sign and the sixth.
    expect(wordsIn(after.get('search/0-n.js'))['n511']).toBe('~* ~*');
  });

  test('a new release changes one file of an open segment', () => {
    const before = filesOf(many(3));
    const changed = [...filesOf(many(4))].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual(['search/0.js']);
  });
});

describe('the proof over the index', () => {
  const secret = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p('At dawn in Hexley.')] });
  const parts = { secret: [secret], open: many(2), gone: [], settings: settings(), people: [] };

  test('finds a single word that is withheld and in no public text', () => {
    const planted = { path: 'search/0.js', contents: 'standfirstWords("0",{\n"barge":"!!"\n});\n' };
    const found = prove([planted], parts).map(({ words, path }) => [words, path]);
    expect(found).toContainEqual(['barge', 'search/0.js']);
  });

  test('finds nothing in one that is made of public texts', () => {
    const files = [...searchIndex(siteOf(parts.open))];
    expect(prove(files, parts)).toEqual([]);
  });
});
