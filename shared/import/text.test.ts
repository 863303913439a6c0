import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRelease } from '../release/empty';
import { parseRelease } from '../release/parse';
import { blockText } from '../release/text';
import { TWIN_PARAGRAPHS, TWIN_TEXT, TWIN_WORDS } from '../sample/twin';
import { releaseId } from '../testing/builders';
import { acceptImport } from './accept';
import { importText } from './text';

const options = { fileName: 'a.txt', id: releaseId('r-import0001'), language: 'en-GB' };
const read = (text: string) => importText(text, options);
const body = (text: string) => read(text).release.body.map(blockText);
const long =
  'The council opened three new paths along the river this morning, and a fourth will follow in the spring of next year.';

describe('a release in the long-standing form', () => {
  const preview = read(TWIN_TEXT);

  test('gives its nine paragraphs and every word of them', () => {
    expect(preview.release.body.map(blockText)).toEqual(TWIN_PARAGRAPHS);
    expect(preview.words).toBe(TWIN_WORDS);
  });
  test('has no headline and no date, and says so', () => {
    expect(preview.release.headline).toBe('');
    expect(preview.release.dateline.date).toBe('');
    expect(preview.missing).toEqual(['headline', 'date']);
  });
  test('has its page furniture set apart, with where it stood', () => {
    expect(preview.dropped.map(({ text, place }) => [text, place.before])).toEqual([
      ['Skip to main content', 0],
      ['Back to News Archive', 9],
      ['Latest News', 9],
      ['Keep up to date with what the Commissioner for Wyrdale does. Ask the press office.', 9],
      ['All News', 9],
      ['Get the Latest news', 9],
    ]);
  });
  test('gets back in its place what is wanted after all', () => {
    const kept = acceptImport(preview, [0, 3, 99]).body.map(blockText);
    expect(kept).toEqual([preview.dropped[0]?.text, ...TWIN_PARAGRAPHS, preview.dropped[3]?.text]);
  });
});

describe('text', () => {
  test('of nothing is a release with everything missing', () => {
    expect(read(' \n\n ').missing).toEqual(['headline', 'date', 'body']);
    expect(read('').release).toEqual(emptyRelease(options.id));
  });
  test('has a headline where its first line is short, open and followed by longer ones', () => {
    expect(read(`New paths by the river\n\n${long}`).release.headline).toBe('New paths by the river');
    expect(body(`New paths by the river\n\n${long}`)).toEqual([long]);
  });
  test.each([
    ['ends in a full stop', 'New paths were opened.'],
    ['ends in a colon', 'The mayor said:'],
    ['is a quote', '“We did it”'],
    ['is a notice of release', 'FOR IMMEDIATE RELEASE'],
    ['is an embargo', 'Embargoed until noon on Friday'],
    ['is one word', 'Paths'],
    ['is page furniture', 'Latest News'],
  ])('has no headline where its first line %s', (_, first) => {
    expect(read(`${first}\n\n${long}`).release.headline).toBe('');
  });
  test('with nothing longer after its first line has no headline', () => {
    expect(read('New paths\n\nThey are open').release.headline).toBe('');
  });
  test('takes the date from a line that is only a date, and leaves it to be kept', () => {
    const preview = read(`Tuesday, 24 November 2026\n\nNew paths by the river\n\n${long}`);
    expect(preview.release.dateline.date).toBe('2026-11-24');
    expect(preview.release.headline).toBe('New paths by the river');
    expect(preview.dropped.map((each) => each.text)).toEqual(['Tuesday, 24 November 2026']);
  });
  test('keeps a line that says more than a date', () => {
    const preview = read(`New paths by the river\n\nFor immediate release: March 8, 2026\n\n${long}`);
    expect(preview.release.dateline.date).toBe('2026-03-08');
    expect(preview.release.body.map(blockText)).toEqual(['For immediate release: March 8, 2026', long]);
  });
  test.each(['31 February 2026', '24/11/2026', 'May 2026', 'On 24 November 2026 it rained', '24 Smarch 2026'])(
    'does not read %s as a date',
    (line) => {
      expect(read(`${line}\n\n${long}`).release.dateline.date).toBe('');
    },
  );
  test('puts what follows ENDS and its heading into the notes', () => {
    const { release } = read(`${long}\n\n-ENDS-\n\nNotes to editors:\n\n1. The paths are four miles long.`);
    expect(release.body.map(blockText)).toEqual([long]);
    expect(release.notes.map(blockText)).toEqual(['1. The paths are four miles long.']);
  });
  test('does not take a sentence for page furniture', () => {
    const sentence = 'Keep up to date with your jabs, the trust asks everybody over sixty in the county this winter.';
    expect(body(`${long}\n\n${sentence}\n\n${long}`)).toEqual([long, sentence, long]);
  });
  test('joins lines that were cut at a column, and keeps short lines apart', () => {
    const cut = 'The council opened three new paths along the river this\nmorning, and a fourth will follow.';
    expect(body(`${cut}\n\nTown Hall\nHexley\n\n${long}`)).toEqual([cut.replace('\n', ' '), 'Town Hall\nHexley', long]);
  });
  test('without blank lines has one paragraph a line', () => {
    expect(body(`${long}\r\n${long}`)).toEqual([long, long]);
  });
  test('makes list items of lines with bullets and leaves numbers as typed', () => {
    const { release } = read(`${long}\n\n- bread\n• milk\n\n1. first`);
    expect(release.body.map((block) => block.type)).toEqual(['paragraph', 'list-item', 'list-item', 'paragraph']);
    expect(release.body.map(blockText)).toEqual([long, 'bread', 'milk', '1. first']);
  });
});

describe('whatever the text', () => {
  const lines = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '',
        'Skip to main content',
        'ENDS',
        'Notes to editors',
        '24 November 2026',
        long,
        '- item',
        '\uD800',
        '\0',
      ),
    ),
    { maxLength: 20 },
  );

  test('the release is whole, and with everything kept no word is lost', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const preview = read(given.join('\n'));
        expect(parseRelease(preview.release).ok).toBe(true);
        const all = acceptImport(preview, [...preview.dropped.keys()]);
        const kept = [all.headline, ...[...all.body, ...all.notes].map(blockText)].join(' ').replace(/\s/gu, '').length;
        const marks = given.flatMap((line) => line.split(/\r\n?|\n|\u2028|\u2029/)).map((line) => line.trim());
        const gone = marks.filter((line) => /^(ENDS|END|DIWEDD)$/i.test(line) || /^notes to editors$/i.test(line));
        const bullets = marks.filter((line) => /^[-*•·]\s+\S/.test(line));
        const wanted =
          given.join('').replace(/\s/gu, '').length - gone.join('').replace(/\s/gu, '').length - bullets.length;
        expect(kept).toBe(wanted);
      }),
    );
  });
});
