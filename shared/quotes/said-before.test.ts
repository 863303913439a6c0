import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SaidIndex, type SaidQuote } from './said-before';

const NIA = 'p-nia';
const WALL = '“We shall mend 120 metres of the wall before the herring come back.”';

const indexOf = (...quotes: readonly SaidQuote[]): SaidIndex<SaidQuote> => {
  const index = new SaidIndex<SaidQuote>();
  for (const quote of quotes) index.add(quote);
  return index;
};

describe('said before', () => {
  const index = indexOf(
    { key: 'wall', speaker: NIA, words: WALL },
    { key: 'boat', speaker: NIA, words: '“Every boat in this harbour has a story and a leak.”' },
    { key: 'owen', speaker: 'p-owen', words: '“We shall mend 900 metres of the wall before the herring come back.”' },
  );

  test('a figure that differs is told', () => {
    const [near, ...others] = index.near(NIA, '‘We shall mend 210 metres of the wall before the herring come back.’');
    expect(others).toEqual([]);
    expect(near?.quote.key).toBe('wall');
    expect(near?.figures).toEqual({ said: ['120'], written: ['210'] });
  });

  test.each([
    ['the same words', WALL, 1],
    ['a word put in', '“We shall mend 120 metres of the old wall before the herring come back.”', 1],
    ['half of it, being written', '“We shall mend 150 metres of the wall', 1],
    ['a number in words', '“We shall mend two metres of the wall before the herring come back.”', 1],
    ['other words', '“The wall is the business of everybody who lives behind it.”', 0],
    ['too few words to tell', '“We shall mend it.”', 0],
  ])('%s', (_name, words, count) => {
    expect(index.near(NIA, words)).toHaveLength(count);
  });

  test('the ops lead from what was said to what is written', () => {
    const written = '“We shall mend 120 metres of the old wall before the herring come back.”';
    const ops = index.near(NIA, written)[0]?.ops ?? [];
    const side = (gone: string): string => ops.flatMap(({ op, text }) => (op === gone ? [] : [text])).join('');
    const bare = (words: string): string => words.replace(/[“”]/gu, '');
    expect([side('added'), side('removed')]).toEqual([bare(WALL), bare(written)]);
  });

  test('sentences at either end that only one of the two has are left out', () => {
    const said = '“It rained in June. We shall mend 120 metres of the wall by May. I said so.”';
    const written = '“We shall mend 90 metres of the wall by May. Nobody asked 12 of us.”';
    const [near] = indexOf({ key: 'k', speaker: NIA, words: said }).near(NIA, written);
    expect(near?.ops.map(({ op, text }) => `${op} ${text.trim()}`)).toEqual([
      'same We shall mend',
      'removed 120',
      'added 90',
      'same metres of the wall by May.',
    ]);
    expect(near?.figures).toEqual({ said: ['120'], written: ['90'] });
  });

  test('other marks are no other words', () => {
    const kept = { key: 'k', speaker: NIA, words: '“We’ll mend the wall before May.”\n“It’s ours and we’re proud.”' };
    const near = indexOf(kept).near(NIA, "'We'll mend the wall before May.\n'It's ours and we're proud.'");
    expect(near.map(({ ops }) => ops.map(({ op }) => op))).toEqual([['same']]);
  });

  test('nobody else’s words, and not the quote itself', () => {
    expect(index.near('p-ewa', WALL)).toEqual([]);
    expect(index.near(NIA, WALL, ({ key }) => key === 'wall')).toEqual([]);
  });

  test('a quote taken out, or put in anew with other words, is no longer found by the old ones', () => {
    const changing = indexOf({ key: 'a', speaker: NIA, words: WALL });
    changing.add({ key: 'a', speaker: NIA, words: '“Every boat in this harbour has a story and a leak.”' });
    expect(changing.near(NIA, WALL)).toEqual([]);
    changing.remove('a');
    expect(changing.near(NIA, '“Every boat in this harbour has a story and a leak.”')).toEqual([]);
  });

  test('only the speaker’s own quotes are ever given, whatever is asked', () => {
    const word = fc.constantFrom('we', 'shall', 'mend', 'the', 'wall', '12', 'boats', 'in', 'May');
    const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => `“${all.join(' ')}.”`);
    const quote = fc.record({ key: fc.string(), speaker: fc.constantFrom('a', 'b', 'c'), words });
    fc.assert(
      fc.property(
        fc.array(quote, { maxLength: 12 }),
        fc.constantFrom('a', 'b', 'c'),
        words,
        (quotes, speaker, asked) => {
          const near = indexOf(...quotes).near(speaker, asked);
          expect(near.every((each) => each.quote.speaker === speaker)).toBe(true);
          expect(near.length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});
