import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { find, childrenOf, attribute, isElement, textOf } from '../import/html-tree';
import type { Release, VersionHash } from '../release/model';
import { atDepth, contact, h2, headRow, li, link, ni, p, release, row } from '../testing/builders';
import { type ReviewCopy, reviewCopy } from './copy';
import { parseReply, takenReply } from './reply';

const TEXT = 'a'.repeat(64) as VersionHash;
const draft = release({
  headline: 'Two boats for the harbour',
  standfirst: 'They come in spring.',
  dateline: { place: 'Hexley', date: '2026-11-24' },
  embargo: { instant: '2026-11-24T00:01:00.000Z', zone: 'Europe/London' },
  body: [p('The first paragraph.'), h2('Costs'), ni('One item.'), ni('Two items.'), li('Loose.')],
  notes: [p('A note.')],
  contacts: [contact({ name: 'Night Desk', mediaOnly: true })],
});
const copy = (given: Partial<ReviewCopy> = {}): string =>
  reviewCopy({
    release: draft,
    text: TEXT,
    embargo: draft.embargo,
    draft: 'Draft 2, legal',
    before: null,
    organisation: 'Hexley Council',
    at: '2026-11-20T09:30:00.000Z',
    zone: 'Europe/London',
    ...given,
  });

test('it says that it is a draft, and until when it is under embargo, before anything else', () => {
  const body = find(parse(copy()), ({ tagName }) => tagName === 'body');
  const [first] = childrenOf(body ?? parse('')).filter(isElement);
  expect(first === undefined ? '' : textOf(first).trim()).toBe(
    'DRAFT · EMBARGOED until 24 November 2026, 00:01 (Europe/London)',
  );
  expect(copy()).toContain('<title>DRAFT: Two boats for the harbour</title>');
  expect(copy({ embargo: null })).toContain('</strong> · Not for publication');
});

test('made after the embargo has passed, it says since when that is over', () => {
  const late = copy({ at: '2026-11-24T00:01:00.000Z' });
  expect(late).not.toContain('EMBARGOED');
  expect(late).toContain('Not for publication · Embargo over since 24 November 2026, 00:01 (Europe/London)');
});

test('it is whole in itself: it loads nothing, and only its own script may run', () => {
  const html = copy();
  expect(html).toMatch(
    /content="default-src 'none'; style-src 'sha256-[^']+='; script-src 'sha256-[^']+='; base-uri 'none'; form-action 'none'"/,
  );
  expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toMatch(/ on[a-z]+=/);
});

test('it has every word of the draft, and nobody’s number', () => {
  const html = copy();
  const read = textOf(parse(html));
  for (const words of ['They come in spring.', 'Hexley, 24 November 2026', 'Costs', 'Two items.', 'A note.'])
    expect(read).toContain(words);
  expect(html).not.toContain('Night Desk');
});

test('its lists are lists, each within the item it stands under, and each item is answered', () => {
  const body = [li('Boats'), atDepth(1, ni('one for the harbour')), atDepth(1, ni('one for the bay')), li('Oars')];
  const html = copy({ release: { ...draft, body } });
  const lists = html.replace(/<small.*?<\/details>/gsu, '?').replace(/\s*\n\s*/gu, '');
  expect(lists).toContain(
    '<ul><li>Boats?<ol><li>one for the harbour?</li><li>one for the bay?</li></ol></li><li>Oars?</li></ul>',
  );
});

test('a table is one, with the places for its answers below it', () => {
  const body = [headRow('Year', 'Cost'), row('2026', '£1m'), row('2027', ''), p('Done.')];
  const html = copy({ release: { ...draft, body } });
  expect(html.match(/<table/g)).toHaveLength(1);
  expect(html.slice(html.indexOf('</table>'), html.indexOf('Done.'))).toMatch(
    /paragraph 1, “Year”.*paragraph 2, “2026”.*paragraph 3, “2027”/su,
  );
});

test('each paragraph says its number where nothing runs, and on paper', () => {
  const html = copy();
  expect(html).toContain('<small class="no" lang="en-GB" dir="ltr">Paragraph 2</small>');
  expect(html).toContain('<small class="no" lang="en-GB" dir="ltr">Note 1</small>');
  expect(html).not.toMatch(/<small class="no"[^>]*hidden/);
});

test('each part can be answered, and nothing is asked twice beside another draft', () => {
  const places = (html: string) =>
    [...html.matchAll(/data-part="([a-z]+)" data-block="(\d+)"/g)].map(([, a, b]) => `${a} ${b}`);
  const all = ['headline 0', 'standfirst 0', 'body 0', 'body 1', 'body 2', 'body 3', 'body 4', 'notes 0', 'whole 0'];
  expect(places(copy())).toEqual(all);
  const before: Release = {
    ...draft,
    headline: 'A boat',
    body: [...draft.body.slice(1), p('The first paragraph.')],
    notes: [],
  };
  const night = contact({ name: 'Night Desk', mediaOnly: true, phone: '01632 960000' });
  const beside = copy({ before: { release: { ...before, contacts: [night] }, name: 'Draft 1' } });
  expect(new Set(places(beside))).toEqual(new Set(all));
  expect(places(beside)).toHaveLength(all.length);
  expect(beside).toContain('<th scope="col">Draft 1</th><th scope="col">Draft 2, legal</th>');
  expect(beside).toContain('Headline changed');
  expect(beside).not.toContain('Night Desk');
});

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'</textarea></style><!-- ';
test('hostile words are words and nothing else', () => {
  const hostile = release({
    headline: HOSTILE,
    standfirst: HOSTILE,
    dateline: { place: HOSTILE, date: '2026-11-24' },
    embargo: { instant: '2026-11-24T00:01:00.000Z', zone: HOSTILE },
    language: 'en"><script>',
    body: [p(HOSTILE), li(HOSTILE), p(link(HOSTILE, `https://x.example/"><script>`))],
    notes: [p(HOSTILE)],
  });
  const before = { release: { ...hostile, headline: 'Calm', body: [p(`${HOSTILE} more`)] }, name: HOSTILE };
  for (const html of [
    copy({ release: hostile, draft: HOSTILE, organisation: HOSTILE }),
    copy({ release: hostile, draft: HOSTILE, organisation: HOSTILE, before }),
  ]) {
    const tags: string[] = [];
    const walk = (node: Parameters<typeof childrenOf>[0]): void => {
      for (const child of childrenOf(node)) {
        if (isElement(child)) {
          tags.push(child.tagName);
          expect(child.attrs.filter(({ name }) => name.startsWith('on'))).toEqual([]);
        }
        walk(child);
      }
    };
    const page = parse(html);
    walk(page);
    expect(tags.filter((tag) => tag === 'script')).toHaveLength(1);
    expect(tags).not.toContain('img');
    const body = find(page, ({ tagName }) => tagName === 'body');
    expect(body === null ? '' : attribute(body, 'data-draft')).toBe(HOSTILE);
  }
});

const reply = (...lines: readonly string[]): string =>
  [
    'STANDFIRST REMARKS 1',
    `Release: ${draft.id}`,
    `Text: ${TEXT}`,
    'Draft: Draft 2, legal',
    'From: Tom Reed',
    'Written: 2026-11-20T10:00:00.000Z',
    '',
    ...lines,
    '',
  ].join('\n');

test('a reply is read: remarks on a part, on the whole, and wording', () => {
  const text = reply(
    '@ body 0',
    'Words:',
    '| The first paragraph.',
    'Remark:',
    '| Which?',
    '| @ body 9',
    'Wording:',
    '| The very first paragraph.',
    '',
    '@ whole 0',
    'Remark:',
    '| Fine.',
  );
  for (const written of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    const read = parseReply(written);
    expect(read.ok && read.value).toMatchObject({
      by: 'Tom Reed',
      entries: [
        { at: { part: 'body', block: 0 }, remark: 'Which?\n@ body 9', wording: 'The very first paragraph.' },
        { at: null, remark: 'Fine.', wording: null },
      ],
    });
  }
});

test.each([
  ['another file', 'Dear all,\n'],
  ['one thing said twice', reply('@ body 0', 'Remark:', '| x', 'Remark:', '| y')],
  ['no name', reply('@ body 0', 'Remark:', '| x').replace('From: Tom Reed', 'From: ')],
  ['a path for an id', reply('@ body 0', 'Remark:', '| x').replace(/Release: .*/, 'Release: ../../x')],
  ['a part that is not one', reply('@ contacts 0', 'Remark:', '| x')],
  ['loose words', reply('@ body 0', 'Remark:', 'x')],
  ['nothing', reply()],
  ['an entry with nothing in it', reply('@ body 0', 'Words:', '| x')],
])('a reply with %s is refused', (_, text) => {
  const read = parseReply(text);
  expect(!read.ok && read.fault.code).toBe('invalid');
});

test.each([
  ['with words above it', `Dear all,\n${reply('@ whole 0', 'Remark:', '| x')}`, 1],
  ['quoted by a mail program', reply('@ whole 0', 'Remark:', '| x').replace(/^/gm, '> '), 1],
  ['whose lines were broken', reply('@ whole 0', 'Remark:', '| Which of the', 'two boats?'), 11],
  ['of which a line is missing', reply('@ whole 0', '| Which?'), 9],
  ['whose wording went missing', reply('@ body 0', 'Remark:', '| Which?', 'Wording:'), 12],
])('remarks %s are refused with the line, and nothing of them is passed over', (_, text, line) => {
  const read = parseReply(text);
  expect(!read.ok && read.fault.message).toBe(
    `Line ${line} of the remarks is not as the review copy wrote it, so none were brought in. Mend that line, or ask for the file as it was saved.`,
  );
});

test('what a reviewer wrote under the words as they stood is not passed over', () => {
  const words = (line: string, ...more: readonly string[]) => {
    const read = parseReply(reply('@ body 0', 'Words:', `| ${line}`, ...more, 'Remark:', '| Which?'));
    return read.ok ? takenReply(draft, read.value).remarks[0]?.text : read.fault;
  };
  expect(words('The first  paragraph.')).toBe('Which?');
  expect(words('The second paragraph.', '| Or the third.')).toBe(
    'Which?\n\nThe words came back as: The second paragraph.\nOr the third.',
  );
});

test('wording that comes back is a draft with the rest as it was, and each remark stands on its block', () => {
  const read = parseReply(
    reply(
      '@ body 0',
      'Wording:',
      '| The second paragraph.',
      '@ body 4',
      'Wording:',
      '| ',
      '@ notes 7',
      'Remark:',
      '| No such note.',
      '@ notes 8',
      'Remark:',
      '| Nor this.',
      'Wording:',
      '| Another note.',
      '@ whole 0',
      'Wording:',
      '| Say it shorter.',
    ),
  );
  if (!read.ok) throw new Error(read.fault.message);
  const taken = takenReply(draft, read.value);
  expect(taken.draft?.name).toBe('Wording from Tom Reed');
  expect(taken.draft?.release.body).toEqual([p('The second paragraph.'), ...draft.body.slice(1, 4)]);
  expect(taken.draft?.release.headline).toBe(draft.headline);
  expect(taken.remarks).toEqual([
    {
      anchor: { part: 'body', block: 0, start: 0, end: 20, words: 'The first paragraph.' },
      by: 'Tom Reed',
      text: '',
      proposed: 'The second paragraph.',
    },
    { anchor: { part: 'body', block: 4, start: 0, end: 6, words: 'Loose.' }, by: 'Tom Reed', text: '', proposed: '' },
    { anchor: null, by: 'Tom Reed', text: 'No such note.', proposed: null },
    { anchor: null, by: 'Tom Reed', text: 'Nor this.\n\nAnother note.', proposed: null },
    { anchor: null, by: 'Tom Reed', text: 'Say it shorter.', proposed: null },
  ]);
});
