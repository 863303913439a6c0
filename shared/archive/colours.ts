import type { ArchiveLook } from '../newsroom/model';

/** The archive's grounds, on which the organisation's colours must be read. As in its style. */
const WHITE = '#ffffff';
const INK = '#1a1e22';
const DARK = '#15191d';

/** What words must stand out by (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Relative luminance, 0 to 1, of `#rrggbb` (WCAG 2.2). */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const mixed = (hex: string, share: number): string =>
  `#${channels(hex)
    .map((value) =>
      Math.round(value + (255 - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A colour as it is on the dark ground: as much lighter as it takes to be read there well. */
export const onDark = (hex: string): string => {
  for (let step = 0; step < 20; step += 1) {
    const lighter = mixed(hex, step / 20);
    if (contrast(lighter, DARK) >= 7) return lighter;
  }
  return WHITE;
};

/** The colour of words on a band: white, or the ink where that is read better. */
export const onBand = (hex: string): string => (contrast(hex, WHITE) >= contrast(hex, INK) ? WHITE : INK);

const shown = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

/** What is wrong with the colours of a look: each with its field, and by how much it misses. */
export const colourProblems = ({
  band,
  accent,
}: Pick<ArchiveLook, 'band' | 'accent'>): readonly {
  readonly field: 'band' | 'accent';
  readonly message: string;
}[] => {
  const [onIt, onWhite] = [band && contrast(band, onBand(band)), accent && contrast(accent, WHITE)];
  return [
    ...(onIt && onIt < LEAST
      ? [
          {
            field: 'band' as const,
            message: `Words on the band would have a contrast of ${shown(onIt)} to 1, and need 4.5. Choose a darker colour, or a much lighter one.`,
          },
        ]
      : []),
    ...(onWhite && onWhite < LEAST
      ? [
          {
            field: 'accent' as const,
            message: `Links would have a contrast of ${shown(onWhite)} to 1 on white, and need 4.5. Choose a darker colour.`,
          },
        ]
      : []),
  ];
};

/** The organisation's colours as style, after the archive's own; empty where it has none. */
export const colourCss = ({ band, accent }: Pick<ArchiveLook, 'band' | 'accent'>): string => {
  const light = [
    ...(band === undefined ? [] : [`--band: ${band};`, `--on-band: ${onBand(band)};`]),
    ...(accent === undefined ? [] : [`--link: ${accent};`, `--rule: ${accent};`]),
  ];
  if (light.length === 0) return '';
  const dark = accent === undefined ? [] : [`--link: ${onDark(accent)};`, `--rule: ${onDark(accent)};`];
  const rule = (lines: readonly string[]): string => `:root { ${lines.join(' ')} }`;
  return `@media screen {
${rule(light)}
}
${dark.length === 0 ? '' : `@media screen and (prefers-color-scheme: dark) {\n${rule(dark)}\n}\n`}`;
};
