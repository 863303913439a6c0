import { expect, test } from 'vitest';
import { contact, p, release } from '../testing/builders';
import { webCopyText } from './web-copy';

test('the web copy has the notes as background, and nothing that is for the media alone', () => {
  const given = release({
    headline: 'Two patrols begin',
    standfirst: 'By night.',
    dateline: { place: 'Hexley', date: '2026-11-24' },
    embargo: { instant: '2026-11-24T00:01:00.000Z', zone: 'Europe/London' },
    body: [p('They walk from today.')],
    notes: [p('The patrols are paid for until March.')],
    contacts: [
      contact({ name: 'Press office', phone: '01632 960 144', mediaOnly: false }),
      contact({ name: 'Duty officer', phone: '07700 900 461', mediaOnly: true }),
    ],
  });
  const text = webCopyText(given, { organisation: 'Office', boilerplate: 'The office is elected.', language: 'en-GB' });
  expect(text).toMatch(
    /^Two patrols begin\n\n24 November 2026\n\nBy night\.\n\nThey walk from today\.\n\nBackground\n\n/,
  );
  expect(text).toContain(
    'The patrols are paid for until March.\n\nAbout Office\n\nThe office is elected.\n\nPress contact\n\nPress office',
  );
  for (const gone of ['EMBARGO', 'ENDS', 'Notes to editors', 'Duty officer', '07700 900 461'])
    expect(text).not.toContain(gone);
});
