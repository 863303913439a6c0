import { utf8 } from '../utf8';
import { waysIn } from './media-only';
import { type Leak, type Sought, searcher } from './proof';

/** What is searched for, of a leak alone. */
const soughtOf = ({ kind, words, release }: Leak): Sought => {
  const own = <Value>(of: Leak['kind'], value: Value) => new Map(kind === of ? [[words, value]] : []);
  return {
    spans: own('words', release === null ? [] : [release]),
    words: release === null ? new Map() : own('words', release),
    keys: new Map(
      kind === 'contact'
        ? waysIn(words)
            .slice(0, 1)
            .map(({ key }) => [key, release])
        : [],
    ),
    places: release === null ? new Map() : own('place', release),
  };
};

/** The least number from 1 to `most` of which something is true that is true of `most` and of all from one on. */
const leastOf = (most: number, isTrue: (count: number) => boolean): number => {
  let [least, below] = [most, 0];
  while (least - below > 1) {
    const middle = (below + least) >> 1;
    if (isTrue(middle)) least = middle;
    else below = middle;
  }
  return least;
};

/**
 * Where in a file's contents something withheld begins that the proof found there, in bytes from its start; null where it
 * stands in the file's name. A number begins with the digits by which it is known (`waysIn`). It is found as the proof finds it, in less and less of the file: what is withheld may be
 * written in many ways.
 */
export const offsetOf = (leak: Leak, contents: string): number | null => {
  const sought = soughtOf(leak);
  const has = (text: string): boolean => searcher(sought).closely({ path: leak.path, bytes: utf8(text) }).length > 0;
  if (has('') || !has(contents)) return null;
  const upTo = contents.slice(
    0,
    leastOf(contents.length, (count) => has(contents.slice(0, count))),
  );
  const length = leastOf(upTo.length, (count) => has(upTo.slice(-count)));
  return utf8(upTo.slice(0, -length)).length;
};
