import { expect, test } from 'vitest';
import type { Release, VersionHash } from '../release/model';
import { release } from '../testing/builders';
import { checkAddressesStay } from './check-addresses';
import { select } from './select';

const ADDRESS = 'news/2026/11/bridge.html';
const published = (now: Partial<Release> = {}) => {
  const frozen = release({ headline: 'Bridge to open' });
  const publication = { by: 'Ada', at: '2026-11-10T09:00:00.000Z', version: 'a'.repeat(64) as VersionHash, address: ADDRESS, after: [], change: null }; // prettier-ignore
  return { frozen, current: { ...frozen, state: 'published' as const, publication, ...now } };
};
/** What is said of the address, where the last bundle had it and nothing would stand there now. */
const said = (asOf: string, ...releases: readonly ReturnType<typeof published>[]) =>
  checkAddressesStay(select(releases, [], asOf), [ADDRESS]).map(({ release, message }) => [release, message]);
const NOW = '2026-11-20T12:00:00.000Z';
const says = (words: string): unknown => expect.stringContaining(words);

test('of an address that would answer no more it is said why, and what helps', () => {
  expect(said(NOW, published())).toEqual([]);
  const embargo = { instant: '2027-01-01T00:00:00.000Z', zone: 'Europe/London' };
  expect(said(NOW, published({ embargo }))).toEqual([['r-test0001', says('take it off, or withdraw the release')]]);
  expect(said(NOW, published({ state: 'working' }))).toEqual([['r-test0001', says('Publish its release again')]]);
  expect(said('2026-11-01T12:00:00.000Z', published())).toEqual([[null, says('Choose a later one')]]);
  expect(said(NOW)).toEqual([[null, says('another newsroom’s bundle')]]);
});

test('of a bundle with many such addresses the first are named in one finding', () => {
  const before = Array.from({ length: 12 }, (_, index) => `news/2026/11/story-${index + 10}.html`);
  const [only, ...others] = checkAddressesStay(select([], [], NOW), before);
  expect(others).toEqual([]);
  expect(only?.message).toMatch(/^news\/2026\/11\/story-10\.html, .*story-19\.html and 2 more would answer no more/);
});
