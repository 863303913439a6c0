import { useState } from 'react';
import { bridge } from '../bridge';
import { ProblemNote } from '../ui/ProblemNote';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import type { Draft, Problem } from './draft';
import { Section } from './Section';

type Props = {
  readonly draft: Draft;
  readonly find: string;
  readonly faultOf: (field: Problem['field']) => string;
  readonly onChange: (change: Partial<Draft>) => void;
};

/** What the archive looks like: logo, colours, links to the organisation's other pages, and where weaknesses are told. */
export const LookFields = ({ draft, find, faultOf, onChange }: Props) => (
  <>
    <Section
      title="Look of the archive"
      words="logo colours colors band accent header footer links postal address template style theme website"
      find={find}
    >
      <Logo {...{ draft, faultOf, onChange }} />
      <div className="pair">
        <TextField
          label="Colour of the band at the top"
          value={draft.band}
          fault={faultOf('band')}
          hint="Such as #14304d. Empty: dark blue."
          maxLength={7}
          onChange={(band) => onChange({ band })}
        />
        <TextField
          label="Colour of links and rules"
          value={draft.accent}
          fault={faultOf('accent')}
          hint="Such as #14508c. For dark it is made lighter."
          maxLength={7}
          onChange={(accent) => onChange({ accent })}
        />
      </div>
      <TextField
        label="Links in the header"
        value={draft.headerLinks}
        fault={faultOf('headerLinks')}
        rows={3}
        hint="One a line: name, then address. Contact https://www.example.org/contact"
        onChange={(headerLinks) => onChange({ headerLinks })}
      />
      <TextField
        label="Links in the footer"
        value={draft.footerLinks}
        fault={faultOf('footerLinks')}
        rows={3}
        hint="One a line: name, then address."
        onChange={(footerLinks) => onChange({ footerLinks })}
      />
      <TextField
        label="Postal address"
        value={draft.postalAddress}
        hint="On one line in the foot of every page. It may be empty."
        maxLength={300}
        onChange={(postalAddress) => onChange({ postalAddress })}
      />
      <p className="meta">
        A web team can change more: templates and a style in the newsroom’s folder “look” are used from the next export
        on. Those to begin with, and how they are written, lie in “templates” among the program’s own resources.
      </p>
    </Section>
    <Section title="Security of the website" words="security.txt weakness report contact" find={find}>
      <div className="pair">
        <TextField
          label="Where to report a weakness"
          value={draft.securityContact}
          fault={faultOf('securityContact')}
          hint="An e-mail or web address, for security.txt. Empty: the bundle has none."
          maxLength={300}
          onChange={(securityContact) => onChange({ securityContact })}
        />
        <TextField
          label="Holds up to"
          type="date"
          value={draft.securityExpires}
          fault={faultOf('securityExpires')}
          hint="At most a year from now."
          onChange={(securityExpires) => onChange({ securityExpires })}
        />
      </div>
    </Section>
  </>
);

/** The logo: chosen from a file, described in words. */
const Logo = ({ draft, faultOf, onChange }: Omit<Props, 'find'>) => {
  const [fault, setFault] = useState('');
  const pick = async (): Promise<void> => {
    const chosen = await bridge.export.pickLogo();
    if (chosen.ok) onChange({ logo: chosen.value });
    setFault(chosen.ok || chosen.fault.code === 'cancelled' ? '' : chosen.fault.message);
  };
  return (
    <>
      <div className="logo-choice">
        <Button onClick={() => void pick()}>{draft.logo === null ? 'Choose a logo…' : 'Choose another logo…'}</Button>
        {draft.logo !== null && (
          <>
            <span className="meta">{`${draft.logo.width} × ${draft.logo.height} pixels`}</span>
            <Button kind="link" onClick={() => onChange({ logo: null, logoAlternative: '' })}>
              Take the logo out
            </Button>
          </>
        )}
      </div>
      {fault !== '' && <ProblemNote>{fault}</ProblemNote>}
      {draft.logo !== null && (
        <TextField
          label="What the logo shows"
          value={draft.logoAlternative}
          fault={faultOf('logoAlternative')}
          hint="Read out to those who do not see it, such as “Hexley Council”."
          maxLength={200}
          onChange={(logoAlternative) => onChange({ logoAlternative })}
        />
      )}
    </>
  );
};
