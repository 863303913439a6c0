import type { Contact } from '../release/model';

/** Contacts, a line each: what is known of them, parted by commas. */
export const contactLines = (contacts: readonly Contact[]): readonly string[] =>
  contacts
    .map(({ name, role, phone, email }) => [name, role, phone, email].filter((part) => part !== '').join(', '))
    .filter((line) => line !== '');
