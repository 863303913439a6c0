import { acceptImport } from '../../shared/import/accept';
import {
  type CatalogueGap,
  type CataloguePage,
  gapsOf,
  instantOfDay,
  placeOfUrl,
  publishedBefore,
} from '../../shared/import/catalogue';
import { placeKey } from '../../shared/release/address';
import type { ReleaseId } from '../../shared/release/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';

/** A page of the back catalogue with what it is to be taken in by, as it is read or as somebody filled it in. */
export type CatalogueEntry = {
  readonly page: CataloguePage;
  readonly headline: string;
  readonly date: string;
  /** The whole address, or a path that begins with `/`; empty where it is not known. */
  readonly url: string;
};

export type Taken = { readonly id: ReleaseId; readonly address: string };

/** Why an entry cannot be taken in as it is, a sentence each; `gaps` names the fields. */
export type Objection = { readonly gaps: readonly CatalogueGap[]; readonly says: readonly string[] };

const GAP_WORDS: Readonly<Record<CatalogueGap, string>> = {
  headline: 'Its headline is missing.',
  date: 'Its date is missing, or is no day.',
  address: 'Its address is missing.',
  body: 'There are no words in it.',
};

export type Judging = {
  readonly siteAddress: string;
  /** `YYYY-MM-DD`: nothing was published after today. */
  readonly today: string;
  /** Keys of addresses in use. */
  readonly taken: ReadonlyMap<string, unknown>;
};

/** What stands against taking an entry in; no gap and no sentence where nothing does. `place`: where it would stand. */
export const judgeEntry = (
  { page, headline, date, url }: CatalogueEntry,
  { siteAddress, today, taken }: Judging,
): Objection & { readonly place: string | null } => {
  const found = url.trim() === '' ? null : placeOfUrl(url, siteAddress);
  const place = found === 'other-site' || found === 'not-a-page' ? null : found;
  const gaps = gapsOf(page, { headline, date, place });
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

/** Takes an entry in that was judged, and notes its address as taken. Faults: `refused` with why, those of writing. */
export const takeIn = async (
  store: NewsroomStore,
  entry: CatalogueEntry,
  judging: Judging & { readonly taken: Map<string, unknown> },
  { who, keep = [] }: { readonly who: string; readonly keep?: readonly number[] },
): Promise<Result<Taken, Fault>> => {
  const { says, place } = judgeEntry(entry, judging);
  if (says.length > 0 || place === null) return failed(fault('refused', says.join(' ')));
  const release = publishedBefore(acceptImport(entry.page.preview, keep), entry.headline, entry.date);
  const added = await store.addPublished(release, { address: place, at: instantOfDay(entry.date) }, who);
  if (!added.ok) return added;
  judging.taken.set(placeKey(place), release.id);
  return { ok: true, value: { id: release.id, address: place } };
};
