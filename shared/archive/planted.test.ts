import { describe, expect, test } from 'vitest';
import { bold, p, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { bundle } from './bundle';
import { prove } from './proof';
import { publicRelease, settings, withOther } from './testing';

/* Withheld words planted where a bundle could come to hold them: the proof finds them in each kind of file that shows them. */

const SENTENCE = "The sheriff's barge sinks at dawn & nobody on it knows.";
const SECRET = release({ id: releaseId('r-secret01'), headline: 'Barge to sink', body: [p(SENTENCE)] });

describe('a whole bundle', () => {
  const office = settings({ siteAddress: 'https://eastmere.example' });
  const words = '“The green is ours,” Mara Quill said.';
  const fair = publicRelease({
    topics: ['Fairs'],
    body: [p('The fair is on the green, ', bold('all'), ' day and for free.'), p(words)],
    quotes: [storedQuote('q-1', [[1, 0, 20]], { speaker: speaker('Mara Quill', { role: 'Warden' }) })],
  });
  const page = fair.address;
  const { quotes } = fair.release;
  const ofTopic = ['feed.json', 'feed.xml', 'index.html', 'rss.xml'].map((name) => `topics/fairs/${name}`);
  const leaks = (given: Partial<Parameters<typeof bundle>[0]>) => {
    const files = bundle({ releases: [fair], gone: [], settings: office, preview: false, ...given });
    const found = prove(files, { secret: [SECRET], open: [fair], gone: [], settings: office, people: [] });
    return [...new Set(found.map(({ path }) => path))].sort();
  };

  test('without withheld text has no leak', () => expect(leaks({})).toEqual([]));

  test.each<[string, Partial<Parameters<typeof bundle>[0]>, readonly string[]]>([
    [
      'a standfirst',
      { releases: [withOther(fair, { release: { ...fair.release, standfirst: SENTENCE } })] },
      ['bundle.json', 'feed.json', 'feed.xml', 'index.html', 'news/2026/11/bridge.html', 'news/2026/11/bridge.json', 'news/2026/11/index.html', 'rss.xml', 'search/0.js', ...ofTopic], // prettier-ignore
    ],
    [
      'a role',
      { releases: [withOther(fair, { release: { ...fair.release, quotes: quotes.map((each) => ({ ...each, speaker: speaker('Mara Quill', { role: SENTENCE }) })) } })] }, // prettier-ignore
      [page, 'people/mara-quill/index.html', 'search/0.js'],
    ],
    [
      'a note on a correction',
      { releases: [withOther(fair, { corrections: [{ at: '2026-11-12T10:00:00.000Z', note: SENTENCE, earlier: null }] })] }, // prettier-ignore
      ['corrections.html', 'feed.json', 'feed.xml', page, 'news/2026/11/bridge.json', 'rss.xml', 'search/0.js', ...ofTopic.filter((path) => !path.endsWith('.html'))], // prettier-ignore
    ],
    [
      'an address from before',
      { releases: [withOther(fair, { formerly: ['news/2026/11/barge-to-sink.html'] })] },
      ['_redirects', 'bundle.json', 'news/2026/11/barge-to-sink.html'],
    ],
    [
      'a reason',
      { gone: [{ address: 'news/2026/10/moor.html', formerly: [], language: 'en-GB', kind: 'withdrawn', at: '2026-11-12T10:00:00.000Z', reason: SENTENCE, to: null }] }, // prettier-ignore
      ['bundle.json', 'corrections.html', 'news/2026/10/moor.html'],
    ],
    ['a style', { settings: { ...office, lookFiles: { 'style.css': `/* ${SENTENCE} */` } } }, ['archive.css']],
    ['where weaknesses are told', { settings: { ...office, security: { contact: 'https://eastmere.example/barge-to-sink', expires: '2027-01-01' } } }, ['.well-known/security.txt']], // prettier-ignore
  ])('with it planted in %s has a leak in each file that shows that', (_, given, files) => {
    expect(leaks(given)).toEqual([...files].sort());
  });

  test('with it planted in a topic has one in the names and places of lists too', () => {
    const topics = ['Barge to sink'];
    const found = leaks({ releases: [withOther(fair, { release: { ...fair.release, topics } })] });
    expect(found).toEqual(
      expect.arrayContaining(['sitemaps/lists.xml', 'topics/barge-to-sink/index.html', 'topics/index.html', 'search.html', page]), // prettier-ignore
    );
  });
});
