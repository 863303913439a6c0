import { version } from '../package.json';

/** The version of Standfirst. */
export const VERSION: string = version;
