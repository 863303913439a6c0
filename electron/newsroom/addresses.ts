import { join } from 'node:path';
import { select } from '../../shared/archive/select';
import { addressesFor, placeKey, placesOf } from '../../shared/release/address';
import type { Instant, Release, ReleaseId } from '../../shared/release/model';
import { readObject } from './history';

/*
 * Who stands at which address. Readers know the addresses of what is or was public, and of nothing else: a `-2` at the end
 * of one would tell them that another release waits with the same headline. So names are numbered by when releases come
 * out; a release that nobody knows of yet gives its name up to one that is public before it.
 */

/** A release and its folder below the newsroom. */
export type Placed = { readonly release: Release; readonly path: string };

/** A release that takes part in the names. `since`: when it is public, in milliseconds since 1970; it may be infinite either way. */
type Holder = {
  readonly id: ReleaseId;
  readonly named: Pick<Release, 'headline' | 'dateline'>;
  readonly since: number;
};

/** When readers know the address of a published release; long since where that cannot be said. */
const sinceOf = async (newsroom: string, { release, path }: Placed, now: Instant): Promise<Holder> => {
  const { id, publication, state } = release;
  const known = { id, named: release, since: -Infinity };
  if (publication === null) return known;
  const frozen = state === 'removed' ? null : await readObject(join(newsroom, path), publication.version);
  if (frozen?.ok === false) return known;
  const text = frozen?.value ?? release;
  const { public: open, gone, lost } = select([{ current: release, frozen: text }], [], now);
  if (open.length > 0 || gone.length > 0 || lost.length > 0) return known;
  const comes = state === 'published' || state === 'corrected';
  const instants = [publication.at, text.embargo?.instant, release.embargo?.instant].flatMap((at) => at ?? []);
  const since = comes ? Math.max(...instants.map((at) => Date.parse(at))) : Infinity;
  return { id, named: text.headline === '' ? release : text, since };
};

/** Whether readers know a published release, or knew it. */
export const isKnown = async (newsroom: string, placed: Placed, now: Instant): Promise<boolean> =>
  (await sinceOf(newsroom, placed, now)).since === -Infinity;

export type Assigned = {
  readonly address: string;
  /** Releases that nobody knows of yet, which stand elsewhere from now on, in the order in which that must be written. */
  readonly displaced: readonly { readonly id: ReleaseId; readonly address: string }[];
};

/** The address of a release that is to be published, among all others of its newsroom. */
export const assignAddress = async (
  newsroom: string,
  release: Release,
  others: readonly Placed[],
  now: Instant,
): Promise<Assigned> => {
  const at = new Map(others.flatMap((each) => placesOf(each.release).map((key) => [key, each] as const)));
  const settled = new Map<string, Holder>();
  const assign = async (one: Holder): Promise<Assigned> => {
    for (const address of addressesFor(one.named)) {
      const key = placeKey(address);
      const holder = at.get(key);
      const there = settled.get(key) ?? (holder === undefined ? null : await sinceOf(newsroom, holder, now));
      if (there !== null && there.since <= one.since) continue;
      settled.set(key, one);
      if (there === null) return { address, displaced: [] };
      const moved = await assign(there);
      return { address, displaced: [...moved.displaced, { id: there.id, address: moved.address }] };
    }
    throw new Error('names without end came to an end');
  };
  const instants = [now, ...(release.embargo ? [release.embargo.instant] : [])];
  return assign({ id: release.id, named: release, since: Math.max(...instants.map((each) => Date.parse(each))) });
};
