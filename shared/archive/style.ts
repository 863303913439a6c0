import { BASE_CSS } from './style-base';
import { FIT_CSS } from './style-fit';
import { LIST_CSS } from './style-lists';
import { PRINT_CSS } from './style-print';
import { RELEASE_CSS } from './style-release';

/** The look of the archive: one file, no script, no font or picture from elsewhere; light, dark, print. */
export const ARCHIVE_CSS = [BASE_CSS, RELEASE_CSS, LIST_CSS, FIT_CSS, PRINT_CSS].join('');
