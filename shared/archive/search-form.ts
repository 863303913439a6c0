import { escape } from './html';
import type { Strings } from './strings-model';

/** What a page with the form needs in its head: the script that brings it to life. */
export const SEARCH_HEAD = '<script src="search.js" defer></script>\n';

/**
 * The form by which the archive is searched, in pages at its root. No script, no form: it is hidden until one runs. Where
 * the page has no place for what is found, the script goes to the search page. `data` are the form's own attributes.
 */
export const searchForm = (words: Strings, data = '', hint = ''): string =>
  `<form id="search" role="search"${data} hidden>
<p><label for="search-words">${escape(words.searchFor)}</label><input id="search-words" type="search"${hint === '' ? '' : ' aria-describedby="search-hint"'} autocomplete="off"><button type="submit">${escape(words.search)}</button></p>
${hint === '' ? '' : `<p id="search-hint">${escape(hint)}</p>\n`}</form>
`;
