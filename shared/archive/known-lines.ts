/** Lines of texts that were met, and are held for a while. A line is said by the text it stands in, and from where to where. */
export type KnownLines = {
  readonly has: (text: string, from: number, to: number) => boolean;
  /** Holds a line from the second time on that it is met. `mark` is a number that lines which differ seldom share. */
  readonly meet: (text: string, from: number, to: number, mark: number) => void;
};

const [MARKS, PRINTS] = [1 << 14, 1 << 16];

/** A number by a few signs of a line: of one that has another, nothing is looked up. */
const printOf = (text: string, from: number, to: number): number => {
  const length = to - from;
  let print = length;
  for (let eighth = 1; eighth < 8; eighth += 1)
    print = Math.imul(print, 31) + text.charCodeAt(from + ((length * eighth) >> 3));
  return (print ^ (print >>> 16)) & (PRINTS - 1);
};

/**
 * Holds lines of up to `longest` signs: at least the last `most` that came again, and at most twice as many. The same lines
 * frame every page, and nearly all others stand in one alone.
 */
export const makeKnownLines = (longest: number, most: number): KnownLines => {
  let lately = new Set<string>();
  let before = new Set<string>();
  const met = new Int32Array(MARKS);
  const prints = new Uint8Array(PRINTS);
  const hold = (line: string): void => {
    if (lately.size >= most) [before, lately] = [lately, new Set()];
    lately.add(line);
  };
  return {
    has: (text, from, to) => {
      if (to - from > longest || prints[printOf(text, from, to)] === 0) return false;
      const line = text.slice(from, to);
      if (lately.has(line)) return true;
      if (!before.delete(line)) return false;
      hold(line);
      return true;
    },
    meet: (text, from, to, mark) => {
      if (to - from > longest) return;
      const place = (mark ^ (mark >>> 14)) & (MARKS - 1);
      if (met[place] === mark) {
        // A part of a text keeps the whole of it in memory, so that a copy is held.
        hold(JSON.parse(JSON.stringify(text.slice(from, to))) as string);
        prints[printOf(text, from, to)] = 1;
      } else met[place] = mark;
    },
  };
};
