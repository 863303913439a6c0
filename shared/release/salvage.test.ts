import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, bq, contact, image, li, link, p, release, row, storedQuote } from '../testing/builders';
import type { Block, Release } from './model';
import { parseRelease } from './parse';
import { salvaged } from './salvage';
import { blockText } from './text';

const whole = release({
  headline: 'New paths',
  dateline: { place: 'Wyr', date: '2026-11-24' },
  body: [p('One ', bold('two'), link('three', 'https://a.example/')), bq('“Four.”'), li('Five')],
  notes: [p('Six')],
  topics: ['Paths'],
});
/** A release with something in it that no release may have. */
const wrong = (change: object): unknown => ({ ...whole, ...change });

describe('what is salvaged of a release', () => {
  test('is all of it where nothing is wrong', () => {
    expect(salvaged(whole)).toEqual(whole);
  });
  test('is everything but what is wrong', () => {
    expect(salvaged(wrong({ dateline: { place: 'Wyr', date: '12026-11-24' } }))).toEqual({
      ...whole,
      dateline: { place: 'Wyr', date: '' },
    });
    expect(salvaged(wrong({ embargo: { instant: '+012026-11-24T00:00:00.000Z', zone: 'UTC' } }))).toEqual(whole);
    expect(salvaged(wrong({ colour: 'red', headline: 7 }))).toEqual({ ...whole, headline: '' });
    expect(salvaged(wrong({ topics: ['Paths', 7] }))).toEqual(whole);
  });
  test('has the words of a run and of a block with the rest of it left out', () => {
    const runs = [{ text: 'One ', language: 'x' }, { text: 'two', link: 'javascript:void 0' }, { text: '' }];
    const body = [
      { type: 'paragraph', runs },
      { type: 'verse', runs: [{ text: 'Three' }] },
      { ...image({}, 'Four'), width: 0.5 },
    ];
    expect(salvaged(wrong({ body }))?.body).toEqual([
      { type: 'paragraph', runs: [{ text: 'One ' }, { text: 'two' }] },
      p('Three'),
      p('Four'),
    ]);
  });
  test('is nothing where there is no id, or a later format', () => {
    for (const value of [null, 'words', {}, wrong({ id: 7 }), wrong({ format: 4_000 })])
      expect(salvaged(value)).toBeNull();
  });
  test('is a whole release with every word, whatever is put in the place of anything else', () => {
    const full: Release = {
      ...whole,
      body: [...whole.body, image({}, 'Seven'), row('eight', 'nine')],
      contacts: [contact({ name: 'Ines Hale' })],
      quotes: [storedQuote('q-aaaaaaaa', [[1, 0, 7]])],
    };
    const words = (blocks: readonly Block[]): string => blocks.map(blockText).join(' ');
    const paths: (readonly string[])[] = [];
    const walk = (value: unknown, path: readonly string[]): void => {
      if (path.length > 0 && !/^(?:id|format|text|runs|body|notes)$/.test(path.at(-1) ?? '')) paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, each] of Object.entries(value))
          if (!/^\d+$/.test(key) || typeof each === 'object') walk(each, [...path, key]);
    };
    walk(full, []);
    const isWithin = (path: readonly string[]): boolean => /^\d+$/.test(path.at(-1) ?? '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...paths.filter((path) => !isWithin(path))), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<unknown>(null, 7, '', 'x', [], {}, [7], { a: 1 }),
        (chosen, value) => {
          const document = JSON.parse(JSON.stringify(full)) as Record<string, unknown>;
          for (const path of chosen) {
            const owner = path
              .slice(0, -1)
              .reduce<unknown>((each, key) => (each as Record<string, unknown> | undefined)?.[key], document);
            if (typeof owner === 'object' && owner !== null)
              (owner as Record<string, unknown>)[path.at(-1) ?? ''] = value;
          }
          const saved = salvaged(document);
          expect(parseRelease(saved)).toMatchObject({ ok: true });
          expect(words(saved?.body ?? [])).toBe(words(full.body));
        },
      ),
      { numRuns: 500 },
    );
  });
});
