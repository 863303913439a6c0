import type { NewsroomSettings } from '../../shared/newsroom/model';
import { newsroomSettingsSchema } from '../../shared/newsroom/parse';
import type { Contact } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { type LookDraft, lookDraftOf, lookOfDraft } from './draft-look';

/** The settings of the organisation as they stand in the form: text as typed. */
export type Draft = LookDraft & {
  readonly organisation: string;
  readonly siteAddress: string;
  readonly newsEmail: string;
  readonly language: string;
  readonly zone: string;
  readonly boilerplate: string;
  readonly contacts: readonly Contact[];
  readonly outOfHours: string;
  readonly approvals: NewsroomSettings['approvals'];
  /** Those that releases are written in; empty: any. */
  readonly languages: readonly string[];
  /** One a line. */
  readonly topics: string;
};

/** What is wrong with a form, each with the field it is about. */
export type Problem = { readonly field: keyof Draft; readonly message: string };

/** The form of settings. */
export const draftOf = (settings: NewsroomSettings): Draft => ({
  organisation: settings.organisation,
  siteAddress: settings.siteAddress,
  newsEmail: settings.newsEmail,
  language: settings.language,
  zone: settings.zone,
  boilerplate: settings.boilerplate,
  contacts: settings.contacts,
  outOfHours: settings.outOfHours ?? '',
  approvals: settings.approvals,
  languages: settings.languages ?? [],
  topics: (settings.topics ?? []).join('\n'),
  ...lookDraftOf(settings),
});

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const siteOf = (typed: string): string => {
  const site = typed.trim().replace(/\/+$/, '');
  return site === '' || /^[a-z][a-z0-9+.-]*:/i.test(site) ? site : `https://${site}`;
};

/** The settings of a form; what it does not show (`before`) stays. A site's address may be typed without `https://`. */
export const settingsOfDraft = (
  draft: Draft,
  before: NewsroomSettings,
): Result<NewsroomSettings, readonly Problem[]> => {
  const problems: Problem[] = [];
  const organisation = draft.organisation.trim();
  if (organisation === '') problems.push({ field: 'organisation', message: 'Give the organisation’s name.' });
  const siteAddress = siteOf(draft.siteAddress);
  if (!newsroomSettingsSchema.shape.siteAddress.safeParse(siteAddress).success)
    problems.push({
      field: 'siteAddress',
      message:
        'This is no web address. Write it as www.example.org or https://www.example.org/news, or leave it empty.',
    });
  const newsEmail = draft.newsEmail.trim();
  if (newsEmail !== '' && !EMAIL.test(newsEmail))
    problems.push({ field: 'newsEmail', message: 'This is no e-mail address. Write it as news@example.org.' });
  const contacts = draft.contacts.filter(
    ({ name, role, phone, email }) => `${name}${role}${phone}${email}`.trim() !== '',
  );
  const wrong = contacts.find(({ email }) => email.trim() !== '' && !EMAIL.test(email.trim()));
  if (wrong !== undefined)
    problems.push({ field: 'contacts', message: `${wrong.email} is no e-mail address. Write it as name@example.org.` });
  const look = lookOfDraft(draft);
  problems.push(...look.problems);
  if (problems.length > 0) return failed(problems);
  const { outOfHours: _, languages: __, topics: ___, look: ____, security: _____, ...rest } = before;
  const outOfHours = draft.outOfHours.trim();
  const topics = [...new Set(draft.topics.split('\n').map((topic) => topic.trim().replace(/\s+/gu, ' ')))].filter(
    (topic) => topic !== '',
  );
  return ok({
    ...rest,
    organisation,
    siteAddress,
    newsEmail,
    language: draft.language,
    zone: draft.zone,
    boilerplate: draft.boilerplate.trim(),
    contacts,
    approvals: draft.approvals,
    ...(outOfHours === '' ? {} : { outOfHours }),
    ...(draft.languages.length === 0 ? {} : { languages: draft.languages }),
    ...(topics.length === 0 ? {} : { topics }),
    ...look.kept,
  });
};
