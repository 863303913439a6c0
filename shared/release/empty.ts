import { RELEASE_FORMAT, type LanguageTag, type Release, type ReleaseId } from './model';

/** A release with nothing in it but an id and a language. */
export const emptyRelease = (id: ReleaseId, language: LanguageTag = 'en-GB'): Release => ({
  format: RELEASE_FORMAT,
  id,
  state: 'working',
  reference: '',
  language,
  headline: '',
  standfirst: '',
  dateline: { place: '', date: '' },
  embargo: null,
  topics: [],
  body: [],
  notes: [],
  contacts: [],
  quotes: [],
  overrides: [],
  publication: null,
});
