import { colourCss } from './colours';
import { BASE_CSS } from './style-base';
import { FIT_CSS } from './style-fit';
import { LIST_CSS } from './style-lists';
import { PRINT_CSS } from './style-print';
import { RELEASE_CSS } from './style-release';
import { type ArchiveSettings, ownStyle } from './theme';

const ARCHIVE_CSS = [BASE_CSS, RELEASE_CSS, LIST_CSS, FIT_CSS, PRINT_CSS].join('');

/**
 * The look of the archive: one file, no script, no font or picture from elsewhere; light, dark, print. The organisation's
 * colours and its own style come last.
 */
export const archiveCss = (settings: ArchiveSettings): string =>
  `${ARCHIVE_CSS}${colourCss(settings.look ?? {})}${ownStyle(settings)}`;
