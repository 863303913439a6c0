/** How large the page's words are, in CSS pixels at the system's usual size: 14 to 24, and 16 at first. */
export const SIZES = [14, 15, 16, 17, 18, 20, 22, 24] as const;
export const USUAL_SIZE = 16;
const KEY = 'standfirst.text-size';

/** The size that was chosen on this computer last. */
export const rememberedSize = (storage: Pick<Storage, 'getItem'>): number => {
  const size = Number(storage.getItem(KEY));
  return SIZES.some((each) => each === size) ? size : USUAL_SIZE;
};

export const rememberSize = (storage: Pick<Storage, 'setItem'>, size: number): void => {
  storage.setItem(KEY, String(size));
};

/** The next larger (1) or smaller (-1) size; the last one stays. */
export const nextSize = (size: number, by: 1 | -1): number => {
  const at = SIZES.findIndex((each) => each >= size);
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, at + by))] ?? USUAL_SIZE;
};

/** The page's own measures at a size, as custom properties. The sheet grows with its words, so that lines stay as long. */
export const pageMeasures = (size: number): Readonly<Record<`--${string}`, string>> => {
  const by = size / USUAL_SIZE;
  return {
    '--page-body': `${String(by)}rem`,
    '--page-standfirst': `${String(1.125 * by)}rem`,
    '--page-headline': `${String(1.75 * by)}rem`,
    '--w-page': `${String(40 * Math.max(1, by))}rem`,
  };
};
