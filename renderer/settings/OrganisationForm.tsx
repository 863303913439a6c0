import { LANGUAGES } from '../../shared/release/language';
import { ProblemNote } from '../ui/ProblemNote';
import { ContactsField } from '../ui/ContactsField';
import { SelectField } from '../ui/SelectField';
import { TextField } from '../ui/TextField';
import { announce } from '../ui/announce';
import { languageName } from '../ui/language-name';
import { Boilerplates } from './Boilerplates';
import type { EarlierBoilerplate } from './boilerplates';
import type { Draft, Problem } from './draft';
import { LanguagesField } from './LanguagesField';
import { LookFields } from './LookFields';
import { Section } from './Section';

type Props = {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly find: string;
  readonly readOnly: boolean;
  /** The wordings that the boilerplate had before, newest first. */
  readonly boilerplates: readonly EarlierBoilerplate[];
  readonly onChange: (change: Partial<Draft>) => void;
};

const APPROVALS = [
  ['persons', 'Of every person'],
  ['nobody', 'Of nobody'],
] as const;
const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => [zone, zone.replaceAll('_', ' ')] as const);

/** What is known of the organisation, to be read and changed. */
export const OrganisationForm = ({ draft, problems, find, readOnly, boilerplates, onChange }: Props) => {
  const faultOf = (field: Problem['field']): string =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => message)
      .join(' ');
  const languages = [...new Set([draft.language, ...LANGUAGES])].map((tag) => [tag, languageName(tag)] as const);
  return (
    <fieldset className="settings-form" disabled={readOnly}>
      <legend className="vh">The organisation</legend>
      <Section title="Organisation" words="name website site address email news list language time zone" find={find}>
        <TextField
          label="Name of the organisation"
          value={draft.organisation}
          fault={faultOf('organisation')}
          required
          maxLength={200}
          onChange={(organisation) => onChange({ organisation })}
        />
        <TextField
          label="Address of the website"
          value={draft.siteAddress}
          fault={faultOf('siteAddress')}
          hint="Where the archive will stand, such as https://www.example.org. Without it the bundle has no canonical links, sitemap or feed links."
          inputMode="url"
          maxLength={500}
          onChange={(siteAddress) => onChange({ siteAddress })}
        />
        <TextField
          label="E-mail for readers who want the news"
          value={draft.newsEmail}
          fault={faultOf('newsEmail')}
          hint="Stands on every page under “Get the latest news”. It may be empty."
          inputMode="email"
          maxLength={300}
          onChange={(newsEmail) => onChange({ newsEmail })}
        />
        <div className="pair">
          <SelectField
            label="Language of new releases"
            value={draft.language}
            options={languages}
            onChange={(language) => onChange({ language })}
          />
          <SelectField
            label="Time zone"
            value={draft.zone}
            options={ZONES}
            hint="In which days and embargoes are shown."
            onChange={(zone) => onChange({ zone })}
          />
        </div>
      </Section>
      <Section title="Boilerplate" words="about us text versions history earlier wordings" find={find}>
        <TextField
          label="About the organisation, at the end of each release"
          value={draft.boilerplate}
          rows={5}
          hint="Every page of the archive has it, from the next export on."
          onChange={(boilerplate) => onChange({ boilerplate })}
        />
        <Boilerplates
          earlier={boilerplates}
          zone={draft.zone}
          onTake={(boilerplate) => {
            onChange({ boilerplate });
            announce('Taken into the form. Save to keep it.');
          }}
        />
      </Section>
      <LookFields {...{ draft, find, faultOf, onChange }} />
      <Section title="Contacts" words="media press office telephone out of hours email" find={find}>
        <p className="meta">A new release begins with them.</p>
        <ContactsField contacts={draft.contacts} readOnly={readOnly} onChange={(contacts) => onChange({ contacts })} />
        {faultOf('contacts') !== '' && <ProblemNote>{faultOf('contacts')}</ProblemNote>}
        <TextField
          label="Telephone out of hours"
          value={draft.outOfHours}
          hint="For journalists, in the media copy alone: it never reaches the website."
          inputMode="tel"
          maxLength={100}
          onChange={(outOfHours) => onChange({ outOfHours })}
        />
      </Section>
      <Section title="Quotes" words="approval approve whose people need" find={find}>
        <SelectField
          label="Whose quotes need approval"
          value={draft.approvals}
          options={APPROVALS}
          hint="An organisation’s never do. For one person it can be said otherwise under People."
          onChange={(approvals) => onChange({ approvals: approvals === 'nobody' ? 'nobody' : 'persons' })}
        />
      </Section>
      <Section title="Languages" words="language welsh translation" find={find}>
        <LanguagesField chosen={draft.languages} onChange={(chosen) => onChange({ languages: chosen })} />
      </Section>
      <Section title="Topics" words="subjects keywords" find={find}>
        <TextField
          label="Topics that a release is offered"
          value={draft.topics}
          rows={5}
          hint="One a line. A release may have others too."
          onChange={(topics) => onChange({ topics })}
        />
      </Section>
    </fieldset>
  );
};
