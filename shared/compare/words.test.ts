import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordOp } from './model';
import { tokens } from './tokens';
import { diffWords } from './words';

/** Ops as one line: `[-old-]{+new+}`. */
const shown = (ops: readonly WordOp[]): string =>
  ops.map(({ op, text }) => (op === 'same' ? text : op === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
const diff = (before: string, after: string): string => shown(diffWords(before, after));

const side = (ops: readonly WordOp[], not: WordOp['op']): string =>
  ops
    .filter(({ op }) => op !== not)
    .map(({ text }) => text)
    .join('');

describe('pieces of a text', () => {
  test('keep numbers, money, words with apostrophes or hyphens, and addresses whole', () => {
    expect(tokens('The £640,000 twenty-one-day plan’s 1,180 homes (12.5%) at 9am.').filter((t) => t !== ' ')).toEqual([
      'The',
      '£640,000',
      'twenty-one-day',
      'plan’s',
      '1,180',
      'homes',
      '(',
      '12.5%',
      ')',
      'at',
      '9am',
      '.',
    ]);
    expect(tokens('press@harbour.example, now')).toEqual(['press@harbour.example', ',', ' ', 'now']);
  });

  test('leave a closing mark apart from the word before it', () => {
    expect(tokens('‘Yes’')).toEqual(['‘', 'Yes', '’']);
    expect(tokens('“Go,” he said')).toEqual(['“', 'Go', ',', '”', ' ', 'he', ' ', 'said']);
  });

  test('half a surrogate pair and a joined emoji survive', () => {
    expect(tokens('a \ud83d b').join('')).toBe('a \ud83d b');
    expect(tokens('👩‍🚒!')).toEqual(['👩‍🚒', '!']);
  });

  test.each([
    ['a flag', '🇬🇧🇬🇪', ['🇬🇧', '🇬🇪']],
    ['the flag of a nation', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}!', null],
    ['a key', '1\ufe0f\u20e3!', null],
    ['a word with signs that join or part its letters', 'می\u200cشوند!', null],
    ['a word that may be broken', 'Llan\u00adfair!', null],
  ])('are never half of %s', (_, text, parts) => {
    expect(tokens(text)).toEqual(parts ?? [text.slice(0, -1), '!']);
  });

  test('joined are the text again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tokens(text).join('')).toBe(text);
      }),
    );
  });
});

describe('the words that changed', () => {
  test('a number is replaced whole', () => {
    expect(diff('Some 1,180 homes', 'Some 1,280 homes')).toBe('Some [-1,180-]{+1,280+} homes');
    expect(diff('costs £640,000 a year', 'costs £64,000 a year')).toBe('costs [-£640,000-]{+£64,000+} a year');
  });

  test('a word put in takes the space after it', () => {
    expect(diff('the dog ran', 'the big dog ran')).toBe('the {+big +}dog ran');
  });

  test('a sentence put in is cut at its own ends', () => {
    expect(diff('It rained. It snowed.', 'It rained. It hailed. It snowed.')).toBe(
      'It rained. {+It hailed. +}It snowed.',
    );
  });

  test('a lone "the" between two rewritten phrases does not count as kept', () => {
    expect(diff('We visited the harbour today', 'We mended the bridge today')).toBe(
      'We [-visited the harbour-]{+mended the bridge+} today',
    );
  });

  test('two edits with a telling word between them stay two edits', () => {
    expect(diff('3 officers and 4 dogs', '5 officers and 4 horses')).toBe(
      '[-3-]{+5+} officers and 4 [-dogs-]{+horses+}',
    );
  });

  test('words that changed places are kept whole, not paired by the spaces between them', () => {
    expect(diff('Entry is free. Dogs are welcome.', 'Dogs are welcome. Entry is free.')).toBe(
      '[-Entry is free. -]Dogs are welcome.{+ Entry is free.+}',
    );
    expect(diff('“It will hold!” said engineer Lena Brandt.', 'Engineer Lena Brandt said: “It will hold!”')).toBe(
      '{+Engineer Lena Brandt said: +}“It will hold!”[- said engineer Lena Brandt.-]',
    );
  });

  test('what stands between two marks is one stretch with them', () => {
    expect(diff('The Warm Homes fund, worth £2 million, will pay', 'The £2 million Warm Homes fund will pay')).toBe(
      'The {+£2 million +}Warm Homes fund[-, worth £2 million,-] will pay',
    );
    expect(diff('a two year plan - worth £3 million - ends', 'a two-year plan – worth £3m – ends')).toBe(
      'a [-two year-]{+two-year+} plan [---]{+–+} worth [-£3 million --]{+£3m –+} ends',
    );
  });

  test('a cell that was filled in is marked alone', () => {
    expect(diff('Hexley\t\t31', 'Hexley\t12\t31')).toBe('Hexley\t{+12+}\t31');
  });

  test('a pair of commas marks only the commas', () => {
    expect(diff('that if needed we act', 'that, if needed, we act')).toBe('that{+,+} if needed{+,+} we act');
  });

  test('nothing, all new, all gone', () => {
    expect(diffWords('', '')).toEqual([]);
    expect(diff('', 'New')).toBe('{+New+}');
    expect(diff('Old', '')).toBe('[-Old-]');
  });

  const words = fc.array(fc.constantFrom('the', 'of', 'harbour', 'police', 'said', ',', '.', '“', '1,180', '\n'), {
    maxLength: 60,
  });
  test('same and removed give the text before, same and added the text after', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const ops = diffWords(before, after);
        expect(side(ops, 'added')).toBe(before);
        expect(side(ops, 'removed')).toBe(after);
        expect(ops.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('two long texts beyond the edit limit still give both texts back', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `alpha${i}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, i) => (i % 7 === 0 ? `beta${i}` : `alpha${i}`)).join(' ');
    const ops = diffWords(before, after);
    expect(side(ops, 'added')).toBe(before);
    expect(side(ops, 'removed')).toBe(after);
    expect(ops.filter(({ op }) => op === 'removed')).toHaveLength(429); // every seventh of 3000, from the first
  });
});
