import { placeKey } from '../release/address';
import { type CatalogueGap, gapsOf, placeOfUrl } from './catalogue';

/** A page of the back catalogue by what it is to be taken in by, as it is read or as somebody filled it in. */
export type Fill = {
  readonly headline: string;
  /** `YYYY-MM-DD`, or what somebody typed for it. */
  readonly date: string;
  /** The whole address, or a path that begins with `/`; empty where it is not known. */
  readonly url: string;
};

export type Judging = {
  /** With no slash at its end, or empty. */
  readonly siteAddress: string;
  /** `YYYY-MM-DD`: nothing was published after today. */
  readonly today: string;
  /** Keys (`placeKey`) of addresses in use. */
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
};

/** What stands against taking a page in: the fields that lack something, and a sentence each. `place`: where it would stand. */
export type Judgement = {
  readonly gaps: readonly CatalogueGap[];
  readonly says: readonly string[];
  readonly place: string | null;
};

const GAP_WORDS: Readonly<Record<CatalogueGap, string>> = {
  headline: 'Its headline is missing.',
  date: 'Its date is missing, or is no day.',
  address: 'Its address is missing.',
  body: 'There are no words in it.',
};

/** Judges a page as it would be taken in; no gap and no sentence where nothing stands against it. */
export const judgeFill = (
  { headline, date, url }: Fill,
  { isEmpty }: { readonly isEmpty: boolean },
  { siteAddress, today, taken }: Judging,
): Judgement => {
  const found = url.trim() === '' ? null : placeOfUrl(url, siteAddress);
  const place = found === 'other-site' || found === 'not-a-page' ? null : found;
  const gaps = gapsOf({ headline, date, place, isEmpty });
  const says = gaps.filter((gap) => gap !== 'address' || found === null).map((gap) => GAP_WORDS[gap]);
  if (found === 'other-site') says.push(`${url} is not an address of ${siteAddress}.`);
  if (found === 'not-a-page')
    says.push(`${url} cannot be the address of a page of plain files. Give it one that ends in .html or in a slash.`);
  if (place !== null && taken.has(placeKey(place))) {
    gaps.push('address');
    says.push(`Another release has the address ${place}.`);
  }
  if (!gaps.includes('date') && date > today) {
    gaps.push('date');
    says.push('Its date is still to come.');
  }
  return { gaps, says, place };
};
