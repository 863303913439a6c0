import type { NewsroomSettings } from '../newsroom/model';
import type { Contact, Release } from '../release/model';
import type { GoneRelease, PublicRelease } from './select';

/* Ways to reach people who are for the media only: numbers and addresses. They are found however they are written. */

/** Two numbers are the same where these last digits are: what stands before (0, 0044, +44, brackets) differs. */
const CORE = 9;
/** A shorter number, such as an extension or 101, is many other things too, and is not looked for by its digits. */
const LEAST_DIGITS = 6;
/** So many digits has a number with its prefix, for showing it. */
const MOST_DIGITS = 14;

const NUMBERS = /\d(?:[\s().·/\-\u2010-\u2015]{0,3}\d){5,}/gu;
const ADDRESS_SIGN = /[\p{L}\p{N}._%+'-]/u;

/** A way as it stands in a text: the form by which two are the same, and the words. */
export type FoundWay = { readonly key: string; readonly words: string };

/** Arabic-Indic digits as European ones; other signs as NFKC has them, without those that cannot be seen. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[٠-٩۰-۹]/gu, (sign) => String((sign.codePointAt(0) ?? 0) & 0xf));

/** The keys of a stretch of digits and what parts them: of each whole group's end, its last six to nine digits. */
const numbersIn = (stretch: string): FoundWay[] => {
  const at = [...stretch.matchAll(/\d/g)].map(({ index }) => index);
  return at.flatMap((place, index) => {
    if (at[index + 1] === place + 1 || index + 1 < LEAST_DIGITS) return [];
    const words = stretch.slice(at[Math.max(0, index + 1 - MOST_DIGITS)], place + 1);
    const digits = at.slice(Math.max(0, index + 1 - CORE), index + 1).map((each) => stretch[each] ?? '');
    return digits.slice(0, digits.length + 1 - LEAST_DIGITS).map((_, skipped) => ({
      key: digits.slice(skipped).join(''),
      words,
    }));
  });
};

const addressesIn = (text: string): FoundWay[] => {
  const found: FoundWay[] = [];
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    let [start, end] = [sign, sign + 1];
    while (start > 0 && sign - start < 64 && ADDRESS_SIGN.test(text[start - 1] ?? '')) start -= 1;
    while (end < text.length && end - sign < 255 && ADDRESS_SIGN.test(text[end] ?? '')) end += 1;
    const words = text.slice(start, end).replace(/^['.]+|['.]+$/g, '');
    found.push({ key: words.toLowerCase(), words });
  }
  return found;
};

/** Every phone number and e-mail address of a text, a number once for each of the keys by which it may be known. */
export const waysIn = (text: string): FoundWay[] => {
  if (!/@|\p{Nd}(?:\P{L}{0,4}\p{Nd}){5}/u.test(text)) return [];
  const seen = plain(text);
  return [
    ...[...seen.matchAll(NUMBERS)].flatMap(([stretch]) => numbersIn(stretch)),
    ...(seen.includes('@') ? addressesIn(seen) : []),
  ];
};

/** The keys of a contact: of each number its longest, and the address. */
const keysOf = ({ phone, email }: Contact): string[] => [
  ...[...plain(phone).matchAll(NUMBERS)].map(([stretch]) => stretch.replace(/\D/g, '').slice(-CORE)),
  ...addressesIn(plain(email)).map(({ key }) => key),
];

/** A contact's number that has too few digits to be known by them, as it is written: “Extension 41”. */
export const shortNumber = ({ phone }: Contact): string => (/\d(?:\D*\d){5}/.test(plain(phone)) ? '' : phone);

const NOBODY: Contact = { name: '', role: '', phone: '', email: '', mediaOnly: true };

/** By this a release is named to who reads what was found. */
export type Named = Pick<Release, 'id' | 'headline'>;

/** What the ways are gathered from. */
export type ContactParts = {
  /** Withheld texts. The working texts of public releases are no less so. */
  readonly secret: readonly Release[];
  readonly open: readonly PublicRelease[];
  readonly gone: readonly GoneRelease[];
  readonly settings: NewsroomSettings;
};

/**
 * The keys of all contacts for the media only that are no public contact's too, nor the address for news; each with the
 * first release that has it, null for a contact of the newsroom's settings.
 */
export const mediaOnlyKeys = ({ secret, open, settings }: ContactParts): ReadonlyMap<string, Named | null> => {
  const shown = [...open.flatMap(({ facts }) => facts.contacts), ...settings.contacts].filter(
    ({ mediaOnly }) => !mediaOnly,
  );
  const isPublic = new Set([
    ...shown.flatMap(({ phone, email }) => [...waysIn(phone), ...waysIn(email)]).map(({ key }) => key),
    settings.newsEmail.trim().toLowerCase(),
  ]);
  const keys = new Map<string, Named | null>();
  const add = (contacts: readonly Contact[], release: Named | null): void => {
    for (const contact of contacts)
      if (contact.mediaOnly)
        for (const key of keysOf(contact)) if (!isPublic.has(key) && !keys.has(key)) keys.set(key, release);
  };
  for (const { facts } of open) add(facts.contacts, facts);
  for (const release of secret) add(release.contacts, release);
  for (const { currentFacts } of open) add(currentFacts.contacts, currentFacts);
  add(settings.contacts, null);
  add([{ ...NOBODY, phone: settings.outOfHours ?? '' }], null);
  return keys;
};
