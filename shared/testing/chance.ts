/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const chance = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  const one = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  const two = (one + Math.imul(one ^ (one >>> 7), 61 | one)) ^ one;
  return ((two ^ (two >>> 14)) >>> 0) / 2 ** 32;
};
