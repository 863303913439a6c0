/** The fonts of the archive, below its root. They are files of the bundle; without them pages have the system's. */
export const FONT_FILES = {
  serif: 'fonts/source-serif-4.woff2',
  serifItalic: 'fonts/source-serif-4-italic.woff2',
  serifExt: 'fonts/source-serif-4-ext.woff2',
  sans: 'fonts/source-sans-3.woff2',
  sansExt: 'fonts/source-sans-3-ext.woff2',
} as const;

/** The signs of each file, as the fonts are cut: a reader fetches the second only for words that need it, as Welsh does. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

const face = (family: string, file: string, range: string, style = 'normal'): string => `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: 200 900;
  font-display: swap;
  src: url("${file}") format("woff2");
  unicode-range: ${range};
}
`;

export const FONT_CSS = [
  face('Source Serif 4', FONT_FILES.serif, LATIN),
  face('Source Serif 4', FONT_FILES.serifExt, LATIN_EXT),
  face('Source Serif 4', FONT_FILES.serifItalic, LATIN, 'italic'),
  face('Source Sans 3', FONT_FILES.sans, LATIN),
  face('Source Sans 3', FONT_FILES.sansExt, LATIN_EXT),
].join('');
