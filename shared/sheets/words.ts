import { dayWords } from '../archive/dates';
import { embargoText } from '../compare/embargo-text';
import type { Issuing, Sheet } from './model';

/** The sentences of a sheet, the same on paper, in a PDF and in an e-mail. */

export const PROOF = 'The code proves which wording, not who entered it.';

export const HOW_TO =
  'These are the exact words to be published under this name. To approve a quote, give back its code. To change a word, do not give the code: write the words as they should be.';

/** A name with its role as it will be printed. */
export const nameAndRole = ({ speaker, role }: { readonly speaker: string; readonly role: string }): string =>
  [speaker, role].filter((part) => part !== '').join(', ');

export const headlineOf = ({ headline }: Pick<Sheet, 'headline'>): string =>
  headline.trim() === '' ? 'No headline yet' : headline;

/** The facts at the head of a sheet: what each is called, and what it is. Facts that are not known are left out. */
export const headFacts = (
  sheet: Sheet,
  { at, by, to }: Issuing,
): readonly (readonly [name: string, fact: string])[] => {
  const minute = `${at.slice(0, 16)}:00.000Z`;
  const facts: readonly (readonly [string, string])[] = [
    ['Release', headlineOf(sheet)],
    ['Reference', sheet.reference],
    ['Date', dayWords(sheet.day)],
    ['Embargo', sheet.embargo === null ? '' : `not for publication before ${embargoText(sheet.embargo)}`],
    ['For', to],
    ['Issued', `${embargoText({ instant: minute, zone: sheet.zone })}${by === '' ? '' : ` by ${by}`}`],
  ];
  return facts.filter(([, fact]) => fact !== '');
};

/** “Approved already by …”, or empty. */
export const approvedAlready = ({ approval }: Sheet['quotes'][number]): string =>
  approval === null ? '' : `These words are approved already, by ${approval.approvedBy}.`;
