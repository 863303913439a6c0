import type { Contact, Release } from '../release/model';
import { blockText } from '../release/text';
import { embargoText } from './embargo-text';
import type { ComparedFields, FieldChange, FieldName } from './model';
import { compareBlocks } from './rows';
import { diffWords } from './words';

/** The fields that differ: for a reader (`changes`, in the order of the form) and as values (`values`, for `patch`). */
export type FieldsCompared = {
  readonly changes: readonly FieldChange[];
  readonly values: Partial<ComparedFields>;
};

/** Compares everything of two releases but the body and the quotes. */
export const compareFields = (before: Release, after: Release): FieldsCompared => {
  const changes: FieldChange[] = [];
  const note = (field: FieldName, was: string, is: string): void => {
    if (was !== is) changes.push({ field, before: was, after: is, words: diffWords(was, is) });
  };
  note('state', before.state, after.state);
  note('headline', before.headline, after.headline);
  note('standfirst', before.standfirst, after.standfirst);
  note('place', before.dateline.place, after.dateline.place);
  note('date', before.dateline.date, after.dateline.date);
  note('embargo', embargoText(before.embargo), embargoText(after.embargo));
  note('reference', before.reference, after.reference);
  note('language', before.language, after.language);
  if (!isSameList(before.topics, after.topics)) changes.push(listChange('topics', before.topics, after.topics, ', '));
  const notes = compareBlocks(before.notes, after.notes);
  if (notes.some(({ kind }) => kind !== 'same')) {
    const [was, is] = [before.notes.map(blockText), after.notes.map(blockText)];
    changes.push({ ...listChange('notes', was, is, '\n'), blocks: notes });
  }
  const [contactsBefore, contactsAfter] = [before.contacts, after.contacts];
  const areContactsSame = isSameList(contactsBefore.map(contactKey), contactsAfter.map(contactKey));
  if (!areContactsSame) {
    changes.push(listChange('contacts', contactsBefore.map(contactText), contactsAfter.map(contactText), '\n'));
  }
  const values: Partial<ComparedFields> = {
    ...(before.state === after.state ? {} : { state: after.state }),
    ...(before.headline === after.headline ? {} : { headline: after.headline }),
    ...(before.standfirst === after.standfirst ? {} : { standfirst: after.standfirst }),
    ...(before.dateline.place === after.dateline.place && before.dateline.date === after.dateline.date
      ? {}
      : { dateline: after.dateline }),
    ...(before.embargo?.instant === after.embargo?.instant && before.embargo?.zone === after.embargo?.zone
      ? {}
      : { embargo: after.embargo }),
    ...(before.reference === after.reference ? {} : { reference: after.reference }),
    ...(before.language === after.language ? {} : { language: after.language }),
    ...(isSameList(before.topics, after.topics) ? {} : { topics: after.topics }),
    ...(notes.some(({ kind, becomes }) => kind !== 'same' || becomes !== undefined) ? { notes: after.notes } : {}),
    ...(areContactsSame ? {} : { contacts: after.contacts }),
  };
  return { changes, values };
};

const listChange = (
  field: FieldName,
  before: readonly string[],
  after: readonly string[],
  separator: string,
): FieldChange => {
  const [was, is] = [before.join(separator), after.join(separator)];
  return { field, before: was, after: is, words: diffWords(was, is) };
};

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

const contactKey = (contact: Contact): string =>
  JSON.stringify([contact.name, contact.role, contact.phone, contact.email, contact.mediaOnly]);

const contactText = (contact: Contact): string => {
  const parts = [contact.name, contact.role, contact.phone, contact.email].filter((part) => part !== '');
  return `${parts.join(', ')}${contact.mediaOnly ? ' (media only)' : ''}`;
};
