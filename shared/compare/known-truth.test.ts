import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Release } from '../release/model';
import { p, withBody } from '../testing/builders';
import { compareTexts } from './compare';
import type { BlockChange } from './model';

/* Edits whose truth is known, since they are made here: words replaced and put in, paragraphs moved, removed and put in. */

const TELLING =
  'harbour warden bridge market winter evening ferry lantern stable orchard granite river meadow chapel'.split(' ');
const SMALL = 'the of and to in a for that is on'.split(' ');

const paragraph = fc
  .array(fc.tuple(fc.constantFrom(...SMALL), fc.constantFrom(...TELLING)), { minLength: 8, maxLength: 20 })
  .map((pairs) => pairs.flat());
const text = fc.array(paragraph, { minLength: 4, maxLength: 12 }).map((list) =>
  // A word of its own in each, so that no two paragraphs are alike.
  list.map((words, nth) => [`paragraph${nth}`, `unlike${nth}`, `another${nth}`, ...words]),
);
const edit = fc.record({ what: fc.constantFrom('replace', 'insert'), at: fc.nat(1000) });

const releaseOf = (paragraphs: readonly (readonly string[])[]): Release =>
  withBody(...paragraphs.map((words) => p(`${words.join(' ')}.`)));
const rowsOf = (before: readonly (readonly string[])[], after: readonly (readonly string[])[]) =>
  compareTexts(releaseOf(before), releaseOf(after)).blocks;
const marked = (rows: readonly BlockChange[], op: 'added' | 'removed'): readonly string[] =>
  rows
    .flatMap(({ words }) => words)
    .filter((word) => word.op === op)
    .flatMap((word) => word.text.split(/[\s.]+/u).filter((each) => each !== ''))
    .sort();

test('of words replaced and put in, one a paragraph, exactly those are marked, also where a paragraph moved', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat(1000), (paragraphs, edits, far) => {
      const after = paragraphs.map((words) => [...words]);
      const [gone, come]: [string[], string[]] = [[], []];
      edits.slice(0, paragraphs.length).forEach(({ what, at }, nth) => {
        const words = after[nth];
        if (words === undefined) return;
        // Not within the words by which the paragraph is known.
        const place = 4 + (at % (words.length - 4));
        const fresh = `fresh${nth}`;
        come.push(fresh);
        if (what === 'replace') gone.push(words[place] ?? '');
        words.splice(place, what === 'replace' ? 1 : 0, fresh);
      });
      const [one] = after.splice(0, 1);
      const to = far % (after.length + 1);
      after.splice(to, 0, one ?? []);
      const rows = rowsOf(paragraphs, after);
      expect(marked(rows, 'added')).toEqual(come.sort());
      expect(marked(rows, 'removed')).toEqual(gone.sort());
      const moved = rows.filter(({ kind }) => kind.startsWith('moved'));
      expect(moved).toHaveLength(to === 0 ? 0 : 1);
      // Of two neighbours swapped, either may be called moved; else it is the one that went.
      if (to > 1) expect([moved[0]?.before, moved[0]?.after]).toEqual([0, to]);
    }),
    { numRuns: 60 },
  );
});

test('of paragraphs removed and put in, exactly those are', () => {
  fc.assert(
    fc.property(text, fc.nat(1000), fc.nat(1000), paragraph, (paragraphs, out, into, words) => {
      const after = paragraphs.toSpliced(out % paragraphs.length, 1);
      const at = into % (after.length + 1);
      after.splice(at, 0, ['entirely', 'new', 'sentence', ...words.map((word) => `${word}x`)]);
      const rows = rowsOf(paragraphs, after);
      expect(
        rows.filter(({ kind }) => kind !== 'same').map(({ kind, before, after: now }) => [kind, before, now]),
      ).toEqual(
        expect.arrayContaining([
          ['removed', out % paragraphs.length, null],
          ['added', null, at],
        ]),
      );
      expect(rows.filter(({ kind }) => kind === 'same')).toHaveLength(paragraphs.length - 1);
    }),
    { numRuns: 60 },
  );
});
