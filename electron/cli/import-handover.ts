import { resolve } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Notice, noticeId, releaseOfNotice } from '../../shared/archive/handover';
import { placeKey, placesOf } from '../../shared/release/address';
import { type ReleaseId, isGone } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { type Handover, readHandover } from '../export/read-handover';
import type { HandedOver, NewsroomStore } from '../newsroom/model';
import { type Arguments, type CliIo, type ExitCode, report } from './command';

/** What is told of one release that was handed over. */
type Told = {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly address: string;
  /** Whether it was in the newsroom before, the same. */
  readonly wasThere: boolean;
};

/** What is told of one that was taken back. */
type ToldNotice = { readonly address: string; readonly kind: Notice['kind']; readonly wasThere: boolean };

/**
 * Takes in the releases of a handover, each with its id, its address and what was done with it. One that is there already,
 * published in the same words, is left; of one whose id or address another has nothing is taken in.
 */
export const importHandover = async (
  store: NewsroomStore,
  who: string,
  given: Arguments,
  io: CliIo,
): Promise<Result<ExitCode, Fault>> => {
  const [bag = '', ...others] = given.positionals;
  if (others.length > 0) return failed(fault('invalid', 'One handover is taken in at a time.'));
  const handover = await readHandover(resolve(bag));
  if (!handover.ok) return handover;
  const inUse = await store.addressesInUse();
  if (!inUse.ok) return inUse;
  const trash = await store.trash();
  if (!trash.ok) return trash;
  const trashed = new Set(trash.value.map(({ id }) => id));

  const among = { inUse: inUse.value, trashed, who };
  const imported: Told[] = [];
  const standing: ToldNotice[] = [];
  const faults: (Fault & { readonly release: ReleaseId })[] = [];
  for (const { id, read } of handover.value.releases) {
    const handed = await read();
    const taken = handed.ok ? await takeInOne(store, handed.value, among) : handed;
    if (taken.ok) imported.push(taken.value);
    else faults.push({ ...taken.fault, release: id });
  }
  const { gone } = handover.value;
  const notices = gone.filter((each) => typeof each !== 'string');
  const ids = idsAt(inUse.value, handover.value);
  for (const notice of notices) {
    const to = notice.to === null ? null : (ids.get(placeKey(notice.to)) ?? null);
    const taken = await takeInNotice(store, notice, to, among);
    if (taken.ok) standing.push(taken.value);
    else faults.push({ ...taken.fault, release: noticeId(notice.address) });
  }
  for (const each of faults) io.stderr.write(`standfirst import: ${each.release}: ${each.message}\n`);
  const addresses = gone.map((each) => (typeof each === 'string' ? each : each.address));
  await report(given, io, { imported, faults, gone: addresses, notices: standing }, [
    ...imported.map(lineOf),
    ...standing.map(noticeLine),
    ...gone.filter((each) => typeof each === 'string').map(goneLine),
  ]);
  return ok(faults.length > 0 ? 2 : 0);
};

type Among = {
  readonly inUse: ReadonlyMap<string, ReleaseId>;
  readonly trashed: ReadonlySet<ReleaseId>;
  readonly who: string;
};

const takeInOne = async (
  store: NewsroomStore,
  handed: HandedOver,
  { inUse, trashed, who }: Among,
): Promise<Result<Told, Fault>> => {
  const { id, publication } = handed.facts;
  const { address, version } = publication;
  const told = { id, headline: handed.release.headline, address };
  const there = await store.openRelease(id);
  if (there.ok && there.value.release.publication?.version === version) return ok({ ...told, wasThere: true });
  if (there.ok || trashed.has(id))
    return failed(
      fault('refused', 'A release with its id is in this newsroom already, in other words or in the trash.'),
    );
  if (there.fault.code !== 'not-found') return there;
  const place = placesOf({ publication }).find((key) => (inUse.get(key) ?? id) !== id);
  if (place !== undefined)
    return failed(fault('refused', `Another release stands at ${place === placeKey(address) ? address : place}.`));
  const added = await store.addHandedOver(handed, who);
  return added.ok ? ok({ ...told, wasThere: false }) : added;
};

/** By the keys of addresses: which releases stand there, or will once all of the handover is taken in. */
const idsAt = (inUse: Among['inUse'], { releases, gone }: Handover): ReadonlyMap<string, ReleaseId> =>
  new Map([
    ...gone.flatMap((each) =>
      typeof each === 'string' ? [] : [[placeKey(each.address), noticeId(each.address)] as const],
    ),
    ...releases.flatMap(({ id, places }) => places.map((key) => [key, id] as const)),
    ...inUse,
  ]);

/** Takes in what readers are told of a release that was taken back, so that its address answers; one that is told there already is left. */
const takeInNotice = async (
  store: NewsroomStore,
  notice: Notice,
  to: ReleaseId | null,
  { inUse, trashed, who }: Among,
): Promise<Result<ToldNotice, Fault>> => {
  const { address, kind } = notice;
  const there = inUse.get(placeKey(address));
  if (there !== undefined) {
    const opened = await store.openRelease(there);
    if (!opened.ok) return opened;
    if (isGone(opened.value.release)) return ok({ address, kind, wasThere: true });
    return failed(fault('refused', `It was ${kind}, and here a release is public at ${address}. Withdraw that one, or change its address.`)); // prettier-ignore
  }
  const handed = releaseOfNotice(notice, to);
  if (trashed.has(handed.facts.id)) return failed(fault('refused', `What stands for ${address} is in the trash.`));
  const added = await store.addHandedOver({ ...handed, earlier: [], media: [] }, who);
  return added.ok ? ok({ address, kind, wasThere: false }) : added;
};

const lineOf = ({ id, headline, address, wasThere }: Told): string =>
  `${id}: ${headline}, at ${address}${wasThere ? ' (it was here already)' : ''}`;
const noticeLine = ({ address, kind, wasThere }: ToldNotice): string =>
  `${address}: was ${kind}; its notice stands there${wasThere ? ' already' : ''}`;
const goneLine = (address: string): string => `${address}: was taken back, so no text of it is handed over`;
