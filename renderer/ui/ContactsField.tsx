import { useState } from 'react';
import { Button } from './Button';
import { announce } from './announce';
import './contacts-field.css';

type Contact = {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
  readonly mediaOnly: boolean;
};

type Props = {
  readonly contacts: readonly Contact[];
  readonly readOnly: boolean;
  readonly onChange: (contacts: readonly Contact[]) => void;
};
type Removed = { readonly contact: Contact; readonly index: number };

const NOBODY: Contact = { name: '', role: '', phone: '', email: '', mediaOnly: false };
const TEXTS = [
  ['name', 'Name', 'text'],
  ['role', 'Role', 'text'],
  ['phone', 'Telephone', 'tel'],
  ['email', 'E-mail', 'email'],
] as const;

/** Whom journalists ask. A contact for the media only never reaches the website. */
export const ContactsField = ({ contacts, readOnly, onChange }: Props) => {
  const [added, setAdded] = useState<number | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const change = (index: number, part: Partial<Contact>): void => {
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  };
  const remove = (contact: Contact, index: number): void => {
    onChange(contacts.filter((_, at) => at !== index));
    setRemoved({ contact, index });
    announce('Contact removed');
  };
  const putBack = ({ contact, index }: Removed): void => {
    onChange(contacts.toSpliced(index, 0, contact));
    setRemoved(null);
    announce('Contact put back');
  };
  return (
    <section className="contacts" aria-label="Media contacts">
      <h2 className="part">Media contacts</h2>
      {contacts.length === 0 && <p className="meta">None yet.</p>}
      {contacts.map((contact, index) => (
        // Contacts have no id and are only added at the end: their place is what tells them apart.
        <fieldset key={index} className="contact" disabled={readOnly}>
          <legend className="vh">{contact.name === '' ? `Contact ${index + 1}` : contact.name}</legend>
          {TEXTS.map(([field, label, type]) => (
            <label key={field}>
              <span>{label}</span>
              <input
                className="f"
                type={type}
                value={contact[field]}
                autoComplete="off"
                autoFocus={index === added && field === 'name'}
                onChange={(event) => {
                  change(index, { [field]: event.target.value });
                }}
              />
            </label>
          ))}
          <label className="tick">
            <input
              type="checkbox"
              checked={contact.mediaOnly}
              onChange={(event) => {
                change(index, { mediaOnly: event.target.checked });
              }}
            />
            <span>Media only: never on the website</span>
          </label>
          {!readOnly && (
            <Button
              kind="ghost"
              onClick={() => {
                remove(contact, index);
              }}
            >
              Remove{contact.name === '' ? '' : ` ${contact.name}`}
            </Button>
          )}
        </fieldset>
      ))}
      {!readOnly && (
        <div className="acts">
          <Button
            onClick={() => {
              setAdded(contacts.length);
              onChange([...contacts, NOBODY]);
            }}
          >
            Add a contact
          </Button>
          {removed !== null && (
            <Button
              autoFocus
              onClick={() => {
                putBack(removed);
              }}
            >
              Put {removed.contact.name === '' ? 'the contact' : removed.contact.name} back
            </Button>
          )}
        </div>
      )}
    </section>
  );
};
