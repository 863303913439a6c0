import { acceptImport } from '../../shared/import/accept';
import { type CataloguePage, instantOfDay, publishedBefore } from '../../shared/import/catalogue';
import { type Fill, type Judgement, type Judging, judgeFill } from '../../shared/import/judge';
import { placeKey } from '../../shared/release/address';
import type { ReleaseId } from '../../shared/release/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';

export type Taken = { readonly id: ReleaseId; readonly address: string };

/** A page of the back catalogue, and what it is to be taken in by. */
export type CatalogueEntry = { readonly page: CataloguePage; readonly fill: Fill };

export const judgeEntry = ({ page, fill }: CatalogueEntry, judging: Judging): Judgement =>
  judgeFill(fill, { isEmpty: page.preview.release.body.length === 0 }, judging);

/** Takes an entry in, and notes its address as taken. Faults: `refused` with what stands against it, those of writing. */
export const takeIn = async (
  store: NewsroomStore,
  entry: CatalogueEntry,
  judging: Judging & { readonly taken: Set<string> },
  { who, keep = [] }: { readonly who: string; readonly keep?: readonly number[] },
): Promise<Result<Taken, Fault>> => {
  const { says, place } = judgeEntry(entry, judging);
  if (says.length > 0 || place === null) return failed(fault('refused', says.join(' ')));
  const { headline, date } = entry.fill;
  const release = publishedBefore(acceptImport(entry.page.preview, keep), headline, date);
  const added = await store.addPublished(release, { address: place, at: instantOfDay(date) }, who);
  if (!added.ok) return added;
  judging.taken.add(placeKey(place));
  return { ok: true, value: { id: release.id, address: place } };
};
