import { colourProblems } from '../../shared/archive/colours';
import type { ArchiveLook, NewsroomSettings, SiteLink } from '../../shared/newsroom/model';

/** The look of the archive as it stands in the form: text as typed. */
export type LookDraft = {
  readonly logo: Omit<NonNullable<ArchiveLook['logo']>, 'alternative'> | null;
  readonly logoAlternative: string;
  readonly band: string;
  readonly accent: string;
  /** One a line: name, then address. */
  readonly headerLinks: string;
  readonly footerLinks: string;
  readonly postalAddress: string;
  readonly securityContact: string;
  readonly securityExpires: string;
};
export type LookProblem = { readonly field: keyof LookDraft; readonly message: string };
type Kept = Pick<NewsroomSettings, 'look' | 'security'>;

const linesOf = (links: readonly SiteLink[] | undefined): string =>
  (links ?? []).map(({ name, address }) => `${name} ${address}`).join('\n');

/** The form of a look. */
export const lookDraftOf = ({ look = {}, security }: Kept): LookDraft => {
  const { alternative = '', ...logo } = look.logo ?? {};
  return {
    logo: 'file' in logo ? logo : null,
    logoAlternative: alternative,
    band: look.band ?? '',
    accent: look.accent ?? '',
    headerLinks: linesOf(look.headerLinks),
    footerLinks: linesOf(look.footerLinks),
    postalAddress: look.postalAddress ?? '',
    securityContact: security?.contact ?? '',
    securityExpires: security?.expires ?? '',
  };
};

const ADDRESS = /^(?:https?:\/\/[^\s/]+\S*|mailto:\S+@\S+|tel:\+?[\d-]+)$/i;
const wholeAddress = (typed: string): string =>
  /^[^\s@:/]+@[^\s@]+$/.test(typed) ? `mailto:${typed}` : /^www\./i.test(typed) ? `https://${typed}` : typed;

/** Links of a form: each line's last word is the address. Null for a line that is none. */
const linksOf = (text: string): readonly (SiteLink | null)[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name = '', typed = ''] = /^(.+?)[\s:,–-]*\s(\S+)$/u.exec(line) ?? [];
      const address = wholeAddress(typed);
      return name === '' || !ADDRESS.test(address) ? null : { name, address };
    });

const colourOf = (typed: string): string | null => {
  const bare = typed.trim().toLowerCase().replace(/^#?/, '#');
  if (/^#[0-9a-f]{6}$/.test(bare)) return bare;
  return /^#[0-9a-f]{3}$/.test(bare) ? bare.replace(/[0-9a-f]/g, '$&$&') : null;
};

/** The look of a form, and what is wrong with it: a contrast that is too small, a line that is no link. */
export const lookOfDraft = (draft: LookDraft): { readonly kept: Kept; readonly problems: readonly LookProblem[] } => {
  const problems: LookProblem[] = [];
  const wrong = (field: keyof LookDraft, message: string): void => void problems.push({ field, message });
  const colour = (field: 'band' | 'accent'): string | undefined => {
    if (draft[field].trim() === '') return undefined;
    const found = colourOf(draft[field]);
    if (found === null) wrong(field, 'Write the colour as six signs, such as #14304d, or leave it empty.');
    return found ?? undefined;
  };
  const links = (field: 'headerLinks' | 'footerLinks'): readonly SiteLink[] => {
    const found = linksOf(draft[field]);
    if (found.includes(null))
      wrong(field, 'Write each line as a name and then its address, such as: Privacy https://www.example.org/privacy');
    return found.filter((each) => each !== null);
  };
  const [band, accent] = [colour('band'), colour('accent')];
  const colours = { ...(band === undefined ? {} : { band }), ...(accent === undefined ? {} : { accent }) };
  for (const { field, message } of colourProblems(colours)) wrong(field, message);
  const [headerLinks, footerLinks] = [links('headerLinks'), links('footerLinks')];
  const { logo } = draft;
  const alternative = draft.logoAlternative.trim();
  if (logo !== null && alternative === '')
    wrong('logoAlternative', 'Say what the logo shows, for those who do not see it.');
  const postalAddress = draft.postalAddress.trim().replace(/(?<!\s)\s*\n\s*/g, ', ');
  const [contact, expires] = [wholeAddress(draft.securityContact.trim()), draft.securityExpires];
  if (contact !== '' && (!ADDRESS.test(contact) || /^http:/i.test(contact)))
    wrong('securityContact', 'This is no address. Write security@example.org or https://www.example.org/security.');
  if (contact !== '' && expires === '') wrong('securityExpires', 'Give the day up to which this holds.');
  const look: ArchiveLook = {
    ...(logo === null ? {} : { logo: { ...logo, alternative } }),
    ...colours,
    ...(headerLinks.length === 0 ? {} : { headerLinks }),
    ...(footerLinks.length === 0 ? {} : { footerLinks }),
    ...(postalAddress === '' ? {} : { postalAddress }),
  };
  return {
    kept: {
      ...(Object.keys(look).length === 0 ? {} : { look }),
      ...(contact === '' || expires === '' ? {} : { security: { contact, expires } }),
    },
    problems,
  };
};
