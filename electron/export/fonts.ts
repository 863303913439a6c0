import sansLicence from '@fontsource-variable/source-sans-3/LICENSE?raw';
import sansExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?inline';
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?inline';
import serifLicence from '@fontsource-variable/source-serif-4/LICENSE?raw';
import serifExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?inline';
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';
import { FONT_FILES } from '../../shared/archive/style-fonts';
import type { Picture } from './seal';

/** A `data:` address as bytes. */
const bytesOf = (address: string): Uint8Array => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

/** The fonts of the archive's pages, with their licences (SIL OFL 1.1). They are in the program itself: nothing is fetched. */
export const archiveFonts = (): readonly Picture[] => [
  ...(
    [
      [FONT_FILES.serif, serif],
      [FONT_FILES.serifItalic, serifItalic],
      [FONT_FILES.serifExt, serifExt],
      [FONT_FILES.sans, sans],
      [FONT_FILES.sansExt, sansExt],
    ] as const
  ).map(([path, address]) => ({ path, read: () => bytesOf(address) })),
  ...(
    [
      ['fonts/source-sans-3-licence.txt', sansLicence],
      ['fonts/source-serif-4-licence.txt', serifLicence],
    ] as const
  ).map(([path, text]) => ({ path, read: () => Buffer.from(text, 'utf8') })),
];
