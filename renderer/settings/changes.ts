import type { NewsroomSettings } from '../../shared/newsroom/model';

const NAMES: Readonly<Partial<Record<keyof NewsroomSettings, string>>> = {
  organisation: 'the name',
  siteAddress: 'the website’s address',
  newsEmail: 'the e-mail for readers',
  language: 'the language',
  zone: 'the time zone',
  boilerplate: 'the boilerplate',
  contacts: 'the contacts',
  outOfHours: 'the telephone out of hours',
  approvals: 'whose quotes need approval',
  languages: 'the languages',
  topics: 'the topics',
  look: 'the look of the archive',
};

/** What differs between two settings, in words: “the boilerplate, the contacts”. */
export const changedFields = (before: NewsroomSettings, after: NewsroomSettings): string => {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof NewsroomSettings)[]);
  const changed = [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return changed.length === 0 ? 'nothing' : changed.map((field) => NAMES[field] ?? 'something else').join(', ');
};
