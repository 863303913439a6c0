import { expect, test } from 'vitest';
import { p, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { prove } from './proof';
import { publicRelease, settings } from './testing';

const SAYS = '“We will mend it.”';
/** Where a withheld name would be found on a page, once a public release has it only in what it keeps of a quote. */
const found = (kept: ReturnType<typeof storedQuote>) => {
  const withheld = release({ id: releaseId('r-secret01'), body: [p('Ida Moss is to go.')] });
  const open = [publicRelease({ body: [p(SAYS)], quotes: [kept] })];
  const people = [{ id: 'p-ida', kind: 'person', name: 'Ida Moss', alsoKnownAs: [], roles: [], approvalsContact: '' }];
  const files = [{ path: 'index.html', contents: '<p>It was Ida Moss.</p>' }];
  return prove(files, { secret: [withheld], open, gone: [], settings: settings(), people: people as never }).map(
    ({ words }) => words,
  );
};
const of = speaker('Ida Moss', { role: 'Keeper' });

test('the speaker of a quote that a public page shows is public', () => {
  expect(found(storedQuote('q-1', [[0, 0, SAYS.length]], { speaker: of }))).toEqual([]);
});

test.each([
  ['whose words are no longer in the text', storedQuote('q-1', [], { speaker: of })],
  ['that is none', storedQuote('q-1', [[0, 0, SAYS.length]], { speaker: of, notAQuote: true })],
])('that of a quote %s is not', (_, kept) => {
  expect(found(kept)).toContain('ida moss');
});
