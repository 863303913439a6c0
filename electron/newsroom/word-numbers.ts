/** Texts as the numbers of their words: half the room of their letters, and looked through as fast as memory is read. */
export type WordNumbers = {
  /** A text's words, as `searchWords` gives them, by their numbers. */
  readonly of: (words: readonly string[]) => Uint32Array;
  /** In: what `wantedWords` gave. Out: whether all of it stands in a text. Texts that are numbered later need a query of their own. */
  readonly query: (wanted: readonly string[]) => (text: Uint32Array) => boolean;
};

/** So many things are looked for in one go through a text: each has a bit of a number. */
const AT_ONCE = 30;

export const makeWordNumbers = (): WordNumbers => {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const next = numbers.size;
    // A copy: a word that is a piece of a long text would keep all of that text in memory.
    numbers.set(Buffer.from(word, 'utf8').toString('utf8'), next);
    return next;
  };

  /** One go: the bits of what may end with a word, by its number, and the words that must stand before it. */
  const goThrough = (wanted: readonly string[]): ((text: Uint32Array) => boolean) => {
    const ends = new Uint32Array(numbers.size);
    const before = wanted.map((words, bit) => {
      const isWhole = words.endsWith(' ');
      const parts = words.trimEnd().split(' ');
      const last = parts.pop() ?? '';
      for (const [word, number] of numbers)
        if (isWhole ? word === last : word.startsWith(last)) ends[number] = (ends[number] ?? 0) | (1 << bit);
      return parts.map((word) => numbers.get(word) ?? -1);
    });
    const all = (1 << wanted.length) - 1;
    // What no text has is not looked for in any.
    if (ends.reduce((bits, each) => bits | each, 0) !== all || before.some((words) => words.includes(-1)))
      return () => false;
    const follows = (text: Uint32Array, at: number, words: readonly number[]): boolean =>
      words.every((number, index) => text[at - words.length + index] === number);
    return (text) => {
      let found = 0;
      for (let at = 0; at < text.length; at += 1) {
        const here = (ends[text[at] ?? 0] ?? 0) & ~found;
        if (here === 0) continue;
        for (const [bit, words] of before.entries())
          if ((here & (1 << bit)) !== 0 && (words.length === 0 || follows(text, at, words))) found |= 1 << bit;
        if (found === all) return true;
      }
      return false;
    };
  };

  return {
    of: (words) => Uint32Array.from(words, numberOf),
    query: (wanted) => {
      const goes: ((text: Uint32Array) => boolean)[] = [];
      for (let at = 0; at < wanted.length; at += AT_ONCE) goes.push(goThrough(wanted.slice(at, at + AT_ONCE)));
      return (text) => goes.every((go) => go(text));
    },
  };
};
