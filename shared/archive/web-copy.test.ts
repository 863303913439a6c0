import { describe, expect, test } from 'vitest';
import { contact, p, release } from '../testing/builders';
import { bundle } from './bundle';
import { publicRelease, settings } from './testing';
import { webCopy } from './web-copy';

const context = { people: [], approvals: 'persons' as const };
const at = '2026-11-20T09:00:00.000Z';

describe('the web copy of one release', () => {
  test('is the page that the archive has of it, but for the addresses of what it is listed under', () => {
    const published = publicRelease({ body: [p('It opens on Tuesday.')], notes: [p('It was built in 1904.')] });
    const given = settings({ siteAddress: 'https://eastmere.example' });
    const made = new Map(
      [...bundle({ releases: [published], gone: [], settings: given, preview: false })].map((file) => [
        file.path,
        file.contents,
      ]),
    );
    const copy = webCopy({ text: published.release, current: published.current, settings: given, context, at });
    expect(copy.address).toBe(published.address);
    expect(copy.css).toBe(made.get('archive.css'));
    const main = (page: unknown) => /<main[\s\S]*<\/main>/.exec(String(page))?.[0] ?? 'no main part';
    expect(main(copy.html)).toBe(main(made.get(published.address)));
  });

  test('of a draft has the notes as background, and nothing that is for the media alone', () => {
    const draft = release({
      headline: 'Two patrols begin',
      dateline: { place: 'Hexley', date: '2026-11-24' },
      embargo: { instant: '2026-11-24T00:01:00.000Z', zone: 'Europe/London' },
      body: [p('They walk from today.')],
      notes: [p('The patrols are paid for until March.')],
      contacts: [
        contact({ name: 'Press office', phone: '01632 960 144', mediaOnly: false }),
        contact({ name: 'Duty officer', phone: '07700 900 461', mediaOnly: true }),
      ],
    });
    const { html, address } = webCopy({ text: draft, current: draft, settings: settings(), context, at });
    expect(address).toBe('news/2026/11/two-patrols-begin.html');
    for (const part of ['<h2>Background</h2>', 'paid for until March', '01632 960 144', '24 November 2026'])
      expect(html).toContain(part);
    for (const gone of ['EMBARGO', 'Embargo', 'ENDS', 'Notes to editors', 'Duty officer', '07700 900 461', '<script'])
      expect(html).not.toContain(gone);
  });

  test('of a draft without a date stands where it would if it were published now', () => {
    const draft = release({ headline: 'No date yet', dateline: { place: '', date: '' } });
    expect(webCopy({ text: draft, current: draft, settings: settings(), context, at }).address).toBe(
      'news/2026/11/no-date-yet.html',
    );
  });

  test('of what was corrected tells readers so', () => {
    const published = publicRelease();
    const { publication } = published.current;
    if (publication === null) throw new Error('it is published');
    const { version } = publication;
    const act = { at: '2026-11-12T09:00:00.000Z', by: 'Test Writer', version, note: 'It opens at nine.' };
    const after = [{ ...act, kind: 'corrected' as const }];
    const current = { ...published.current, publication: { ...publication, after } };
    const { html } = webCopy({ text: published.release, current, settings: settings(), context, at });
    expect(html).toContain('It opens at nine.');
  });
});
