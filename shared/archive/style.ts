import { colourCss } from './colours';
import { BASE_CSS } from './style-base';
import { FIT_CSS } from './style-fit';
import { LIST_CSS } from './style-lists';
import { PRINT_CSS } from './style-print';
import { FONT_CSS } from './style-fonts';
import { RELEASE_CSS } from './style-release';
import { type ArchiveSettings, ownStyle } from './theme';

const ARCHIVE_CSS = [FONT_CSS, BASE_CSS, RELEASE_CSS, LIST_CSS, FIT_CSS, PRINT_CSS].join('');

/**
 * The look of the archive: one file, no script, nothing from elsewhere; light, dark, print. The organisation's
 * colours and its own style come last.
 */
export const archiveCss = (settings: ArchiveSettings): string =>
  `${ARCHIVE_CSS}${colourCss(settings.look ?? {})}${ownStyle(settings)}`;
