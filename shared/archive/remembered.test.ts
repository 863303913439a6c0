import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../digest';
import type { Release, VersionHash } from '../release/model';
import { p, release, releaseId } from '../testing/builders';
import { SPAN, wordsIn } from './folded-words';
import type { ProofParts } from './forbidden';
import { soughtIn, textsSought } from './proof';
import type { Memory, Remembered } from './remembered';
import type { ArchiveRelease } from './site';
import { stringsFor } from './strings';
import { publicRelease, settings, withOther } from './testing';

const hash = (text: string): string => sha256Hex(text).slice(0, 20);
const textOf = (given: Release): string => hash(JSON.stringify(given));

/** A public release of these words, known by them as a version is by its hash. */
const open = (number: number, words: string, more: string): ArchiveRelease => {
  const text = { id: releaseId(`r-open0000${number}`), headline: `Number ${number}`, body: [p(words)] };
  const given = publicRelease(text, `news/2026/11/number-${number}.html`);
  const version = sha256Hex(words) as VersionHash;
  const { publication } = given.current;
  if (publication === null) throw new Error('it is published');
  const body = more === '' ? given.current.body : [...given.current.body, p(more)];
  const current: Release = { ...given.current, body, publication: { ...publication, version, by: 'Nia Writer' } };
  return withOther(given, { current, hash: textOf(current) });
};

type Words = readonly string[];
/** A newsroom: the words of public texts, those that their working texts go on with, those of drafts. */
type Room = { readonly texts: readonly (readonly [Words, Words])[]; readonly drafts: readonly Words[] };

const partsOf = ({ texts, drafts }: Room): ProofParts => {
  const all = texts.flatMap(([words, more], number) =>
    words.length === 0 ? [] : [open(number, words.join(' '), more.join(' '))],
  );
  const secret = drafts.map((words, number) =>
    release({ id: releaseId(`r-draft000${number}`), body: [p(words.join(' '))] }),
  );
  return {
    secret,
    open: all,
    gone: [],
    settings: settings(),
    people: [],
  };
};

const rememberedFrom = (parts: ProofParts, found: ReturnType<typeof soughtIn>): Remembered => ({
  ...found.learnt,
  read: new Set(parts.open.map(({ key }) => key)),
  sought: new Set(textsSought(found.sought).map(hash)),
});

const sorted = (found: ReturnType<typeof soughtIn>): string[] => [...textsSought(found.sought)].sort();
const memoryOf = (last: Remembered | null): Memory => ({ hash, last });

describe('a proof that remembers the last one', () => {
  const words = fc.array(fc.constantFrom('lamp', 'bridge', 'barge', 'dawn', 'sheriff', 'Mara', 'Quill', 'duck'), {
    minLength: 0,
    maxLength: 9,
  });
  const room = fc.record({
    texts: fc.array(fc.tuple(words, fc.oneof({ weight: 3, arbitrary: fc.constant<Words>([]) }, { weight: 1, arbitrary: words })), { maxLength: 4 }), // prettier-ignore
    drafts: fc.array(words, { maxLength: 2 }),
  });

  test('looks for what one looks for that remembers nothing, whatever was changed between', () => {
    fc.assert(
      fc.property(fc.array(room, { minLength: 2, maxLength: 4 }), (rooms) => {
        let last: Remembered | null = null;
        for (const each of rooms) {
          const parts = partsOf(each);
          const found = soughtIn(parts, memoryOf(last));
          expect(sorted(found)).toEqual(sorted(soughtIn(parts)));
          last = rememberedFrom(parts, found);
        }
      }),
      { numRuns: 25 },
    );
  });

  const ROOM: Room = {
    texts: [
      [['barge', 'sinks'], []],
      [['lamp', 'posts'], []],
    ],
    drafts: [['barge', 'sinks', 'again']],
  };
  /** The parts, of which each public text that is read is noted. */
  const watched = (parts: ProofParts): { readonly parts: ProofParts; readonly read: Set<string> } => {
    const read = new Set<string>();
    const watch = (given: Release): Release =>
      Object.defineProperty({ ...given }, 'body', {
        enumerable: true,
        get: () => {
          read.add(given.headline);
          return given.body;
        },
      });
    const texts = parts.open.map((each) =>
      withOther(each, { release: watch(each.release), hash: textOf(each.current) }),
    );
    return { parts: { ...parts, open: texts }, read };
  };

  test('reads no public text but the new one, where nothing else is withheld than was', () => {
    const first = partsOf(ROOM);
    const last = rememberedFrom(first, soughtIn(first, memoryOf(null)));
    const { parts, read } = watched(partsOf({ ...ROOM, texts: [...ROOM.texts, [['duck', 'pond'], []]] }));
    soughtIn(parts, memoryOf(last));
    expect([...read]).toEqual(['Number 2']);
  });

  test('reads no other text where one that made words public was changed and still has them', () => {
    const first = partsOf(ROOM);
    const last = rememberedFrom(first, soughtIn(first, memoryOf(null)));
    const texts: Room['texts'] = [[['barge', 'sinks', 'today'], []], ...ROOM.texts.slice(1)];
    const { parts, read } = watched(partsOf({ ...ROOM, texts }));
    soughtIn(parts, memoryOf(last));
    expect([...read]).toEqual(['Number 0']);
  });

  test('reads them all where a word is withheld that was not', () => {
    const first = partsOf(ROOM);
    const last = rememberedFrom(first, soughtIn(first, memoryOf(null)));
    const { parts, read } = watched(partsOf({ ...ROOM, drafts: [['zephyr', 'vessels']] }));
    expect(sorted(soughtIn(parts, memoryOf(last)))).toContain('0 zephyr vessels');
    expect(read.size).toBe(2);
  });

  test('looks for words again whose one public text is gone', () => {
    const first = partsOf(ROOM);
    const before = soughtIn(first, memoryOf(null));
    expect(sorted(before)).not.toContain('3 barge');
    const parts = partsOf({ ...ROOM, texts: [[[], []], ...ROOM.texts.slice(1)] });
    expect(sorted(soughtIn(parts, memoryOf(rememberedFrom(first, before))))).toContain('3 barge');
  });

  test('does not look for what a page in another language says since', () => {
    const { back } = stringsFor('cy', 'cy');
    const first = partsOf({ ...ROOM, drafts: [back.split(' ')] });
    const before = soughtIn(first, memoryOf(null));
    const own = `0 ${wordsIn(back).slice(0, SPAN).join(' ')}`;
    expect(sorted(before)).toContain(own);
    const welsh = publicRelease({ id: releaseId('r-welsh0001'), language: 'cy' }, 'news/2026/12/pont.html');
    const parts = { ...first, open: [welsh, ...first.open] };
    const after = soughtIn(parts, memoryOf(rememberedFrom(first, before)));
    expect(sorted(after)).not.toContain(own);
    expect(sorted(after)).toEqual(sorted(soughtIn(parts)));
  });

  test('keeps no word of a working text that goes on', () => {
    const parts = partsOf({
      ...ROOM,
      texts: [
        [
          ['barge', 'sinks'],
          ['zephyr', 'vessels'],
        ],
      ],
    });
    expect(JSON.stringify([...soughtIn(parts, memoryOf(null)).learnt.own])).not.toContain('zephyr');
  });
});
