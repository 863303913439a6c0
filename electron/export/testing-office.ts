import { join } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { NewsroomSettings } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import { quoteDigest } from '../../shared/quotes/approval';
import type { Approval, Release, ReleaseId, VersionHash } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import { p, personId, release, releaseId, speaker, storedQuote } from '../../shared/testing/builders';
import { chance } from '../../shared/testing/chance';
import { makeBackups } from '../backup/backups';
import { makeAccess } from '../lock/access';
import { nodeFileSystem as fs } from '../newsroom/file-system';
import type { NewsroomStore } from '../newsroom/model';
import { type NewsroomOptions, createNewsroom, openNewsroom } from '../newsroom/store';
import { valueOf } from '../newsroom/testing';
import { handClock } from '../newsroom/testing-desk';
import { MANNERS, type Synced, makeSync } from '../newsroom/testing-sync';
import { mendUnreadable } from '../newsroom/tidy';
import { type Recovery, makeRecovery } from '../recovery/recovery';
import { makeRemovals } from '../removal/removals';

/* Computers of one office, each with a copy of its newsroom, on which people do whatever can be done; and a plain account of it. */

const WORD = /zq[a-z]{8}/g;
/** The words that are counted. Each is written once. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? [];
const textOf = ({ headline, body }: Release): string => JSON.stringify([headline, body]);

/** What one act made of what is public: the acts that it knew of and itself, whose it was, and what it withholds. */
type Head = { readonly acts: readonly string[]; readonly by: string; readonly isGone: boolean; until: number };
export type Told = {
  readonly id: ReleaseId;
  readonly saved: Set<string>;
  readonly published: Set<string>;
  readonly heads: Head[];
  isErased: boolean;
};
type Page = { readonly release: Release; readonly version: VersionHash };
type Opened = Result<Page, Fault>;

/** A computer, and the newsroom as it is open there. */
export type Computer = {
  readonly name: string;
  readonly folder: string;
  readonly time: ReturnType<typeof handClock>;
  readonly options: NewsroomOptions;
  readonly access: ReturnType<typeof makeAccess>;
  readonly beat: () => void;
  readonly side: Synced;
  readonly open: (opened: NewsroomStore) => Promise<{ store: NewsroomStore; recovery: Recovery }>;
  readonly pages: Map<ReleaseId, Page>;
  store: NewsroomStore;
  recovery: Recovery;
};

/** Faults on which a person can act; of the disk's, what is not downloaded yet, and words that are kept. */
const KNOWN = new Set(['denied', 'not-found', 'refused', 'conflict', 'frozen', 'not-downloaded', 'unreadable', 'invalid']); // prettier-ignore
const isKnown = ({ code, message, kept }: Fault): boolean =>
  KNOWN.has(code) || (code === 'disk' && (kept === true || message.includes('not downloaded yet')));

/** `skew`: by so many seconds each clock is before the last one. */
export const makeOffice = async (
  top: string,
  seed: number,
  computers: number,
  skew: number,
  settings: NewsroomSettings,
) => {
  const random = chance(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const sync = makeSync(pick(Object.values(MANNERS)), random);
  const all: Told[] = [];
  const approved = new Set<string>();
  /** Words in what stands beside the texts: people, settings, remarks. */
  const beside = new Map<string, ReleaseId | null>();
  const trace: string[] = [];
  let count = 0;
  const word = (): string => `zq${String(10_000_000 + (count += 1) * 7_919).replace(/\d/g, (digit) => 'bcdfghjkmn'[Number(digit)] ?? '')}`; // prettier-ignore

  const makeComputer = async (number: number): Promise<Computer> => {
    const [name, machine] = [['Ada', 'Ben', 'Cy'][number] ?? 'Di', `DESK${number}`];
    const own = join(top, machine);
    const [folder, data] = [join(own, 'newsroom'), join(own, 'data')];
    const time = handClock();
    time.pass(number * skew);
    const log = { info: () => {}, fault: () => {}, file: '' };
    const here = { machine, device: machine, pid: 100, boot: '', now: time.now, isAlive: () => true };
    let beat = (): void => {};
    const every = (_milliseconds: number, call: () => void) => {
      beat = call;
      return () => {};
    };
    const access = makeAccess({ who: () => name, log, fs, onChange: () => {}, every, here });
    const options = { device: machine, now: time.now, after: time.after, data };
    /** As the program does it as it starts. */
    const open = async (opened: NewsroomStore): Promise<{ store: NewsroomStore; recovery: Recovery }> => {
      await access.leave();
      const store = await access.enter(opened);
      const recovery = makeRecovery({ folder: join(data, 'recovery'), log, now: time.now, fs });
      const quiet = { mayWrite: () => true, onState: () => {} };
      const backups = makeBackups({ data, log, now: time.now, after: time.after, fs, ...quiet });
      const removals = makeRemovals({ data, recovery, backups, log, fs, onState: () => {} });
      const read = await store.read();
      if (!read.ok || access.current().kind === 'read') return { store, recovery };
      const mended = await removals.finish(store, read.value);
      await removals.settled();
      mended.concat(await mendUnreadable(read.value, { now: time.now, device: machine, who: name }));
      trace.push(...mended.map(({ where, message }) => `${name}: ${where}: ${message}`));
      return { store, recovery };
    };
    if (number === 0) valueOf(await createNewsroom(folder, settings, options));
    const side = sync.join(folder, machine);
    await sync.all([...desks.map((desk) => desk.side), side]);
    const opened = await open(valueOf(await openNewsroom(folder, options)));
    return { name, folder, time, options, access, beat: () => beat(), side, open, pages: new Map<ReleaseId, Page>(), ...opened }; // prettier-ignore
  };
  const desks: Computer[] = [];
  for (let number = 0; number < computers; number += 1) desks.push(await makeComputer(number));

  /** The value, or null. A fault that nobody could act on is an error of the test. */
  const asked = <Value>(what: string, result: Result<Value, Fault>): Value | null => {
    trace.push(`${what}: ${result.ok ? 'done' : result.fault.code}`);
    if (result.ok) return result.value;
    if (!isKnown(result.fault)) throw new Error(`${what}: ${JSON.stringify(result.fault)}`);
    return null;
  };
  const saved = async (desk: Computer, each: Told, page: Page, next: Release): Promise<void> => {
    const done = await desk.recovery.save(desk.store, next, page.version, desk.name);
    const words = wordsIn(textOf(next));
    const version = asked(`${desk.name} saves ${each.id} with ${words.at(-1) ?? ''}`, done);
    if (done.ok || done.fault.code === 'conflict' || done.fault.code === 'frozen')
      for (const one of words) each.saved.add(one);
    if (version === null) desk.pages.delete(each.id);
    else desk.pages.set(each.id, { release: next, version });
  };
  /** The page that is open, which may know nothing of what has come since, or one that is opened anew. */
  const onPage = async (desk: Computer, each: Told, change: (open: Release) => Release): Promise<void> => {
    const known = random() < 0.5 ? desk.pages.get(each.id) : undefined;
    const page = known ?? asked('open', await desk.recovery.open(desk.store, each.id, desk.name));
    if (page !== null) await saved(desk, each, page, change(page.release));
  };
  /** Notes what came of an act on a published release, and on which acts it was done. */
  const noted = async (desk: Computer, each: Told, what: string, done: Opened): Promise<boolean> => {
    const opened = asked(`${desk.name} ${what} ${each.id}`, done);
    if (opened === null) return false;
    const { publication, state } = opened.release;
    desk.pages.set(each.id, opened);
    const isGone = state === 'withdrawn' || state === 'removed';
    if (publication === null || !(isGone || what.startsWith('publish'))) return true;
    const frozen = state === 'removed' ? null : asked('read', await desk.store.version(each.id, publication.version));
    for (const one of frozen === null ? [] : wordsIn(textOf(frozen))) each.published.add(one);
    const acts = [publication, ...publication.after].map((act) => `${act.at} ${act.by}`);
    each.heads.push({ acts, by: desk.name, isGone, until: Date.parse(frozen?.embargo?.instant ?? '1970-01-01') });
    return true;
  };
  const noteBeside = (one: string, done: unknown, id: ReleaseId | null = null): void => {
    if (done !== null) beside.set(one, id);
  };
  const peopleOf = async (desk: Computer): Promise<readonly Person[]> =>
    asked('read', await desk.store.read())?.people.people ?? [];

  const acts = {
    write: (desk: Computer, each: Told) =>
      onPage(desk, each, (open) => ({
        ...open,
        headline: `News of ${pick(['roads', 'lamps'])}`,
        standfirst: 'It is so.',
        dateline: { place: '', date: '2026-11-20' },
        body: [...open.body, p(`The ${word()} came.`)],
        embargo: random() < 0.7 ? open.embargo : { instant: new Date(desk.time.now().getTime() + 259_200_000).toISOString(), zone: 'Europe/London' }, // prettier-ignore
      })),
    approve: (desk: Computer, each: Told) =>
      onPage(desk, each, (open) => {
        const [one, by, role] = [word(), `Hart ${word()}`, 'Chair'];
        const words = `“We shall ${one} it.”`;
        const given: Approval = { digest: quoteDigest(words, by, role), words, speaker: by, role, approvedBy: by, how: 'phone', at: desk.time.now().toISOString(), recordedBy: desk.name }; // prettier-ignore
        approved.add(JSON.stringify([words, by, role]));
        const quote = storedQuote(`q-${one}`, [[open.body.length, 0, words.length]], { speaker: speaker(by, { role }), approvals: [given] }); // prettier-ignore
        return { ...open, body: [...open.body, p(words)], quotes: [...open.quotes, quote] };
      }),
    publish: async (desk: Computer, each: Told) =>
      noted(desk, each, 'publishes', await desk.store.publish(each.id, desk.name)),
    begin: async (desk: Computer, each: Told) =>
      noted(desk, each, 'begins', await desk.store.beginChange(each.id, { kind: 'corrected', note: 'We had it wrong.' }, desk.name)), // prettier-ignore
    change: async (desk: Computer, each: Told) =>
      noted(desk, each, 'publishes the change of', await desk.store.publishChange(each.id, desk.name)),
    cancel: async (desk: Computer, each: Told) =>
      noted(desk, each, 'gives up the change of', await desk.store.cancelChange(each.id, desk.name)),
    withdraw: async (desk: Computer, each: Told) =>
      noted(desk, each, 'withdraws', await desk.store.withdraw(each.id, 'It was wrong.', desk.name)),
    remove: async (desk: Computer, each: Told) => {
      const done = await desk.store.remove(each.id, { by: desk.name, reason: 'An order.' });
      if (!(await noted(desk, each, 'removes', done))) return;
      each.isErased = true;
      asked('end', await desk.store.endRemoval(each.id));
    },
    trash: async (desk: Computer, each: Told) => {
      asked(`${desk.name} trashes ${each.id}`, await desk.store.moveToTrash(each.id, desk.name));
      desk.pages.delete(each.id);
    },
    back: async (desk: Computer, each: Told) =>
      asked(`${desk.name} takes out ${each.id}`, await desk.store.putBack(each.id, desk.name)),
    draft: async (desk: Computer, each: Told) =>
      asked(`${desk.name} names a draft`, await desk.store.nameDraft(each.id, 'Draft', desk.name)),
    restore: async (desk: Computer, each: Told) => {
      const versions = asked('versions', await desk.store.versions(each.id)) ?? [];
      if (versions.length > 0)
        await noted(desk, each, 'restores', await desk.store.restore(each.id, pick(versions).object, desk.name));
    },
    state: async (desk: Computer, each: Told) =>
      noted(desk, each, 'moves', await desk.store.setState(each.id, pick(['working', 'in review', 'agreed'] as const), desk.name)), // prettier-ignore
    remark: async (desk: Computer, each: Told) => {
      const one = word();
      const remark = { what: 'remark' as const, object: null, anchor: null, by: desk.name, text: one, proposed: null };
      noteBeside(one, asked(`${desk.name} remarks ${one}`, await desk.store.changeReview(each.id, remark, desk.name)), each.id); // prettier-ignore
    },
    person: async (desk: Computer) => {
      const one = word();
      const person: Person = { id: personId(`p-${one}`), kind: 'person', name: `Ada ${one}`, alsoKnownAs: [], roles: [], approvalsContact: '' }; // prettier-ignore
      noteBeside(one, asked(`${desk.name} adds ${one}`, await desk.store.savePerson(person, null)));
    },
    rename: async (desk: Computer) => {
      const [one, people] = [word(), await peopleOf(desk)];
      if (people.length === 0) return;
      const before = pick(people);
      const person = { ...before, alsoKnownAs: [...before.alsoKnownAs, one] };
      noteBeside(one, asked(`${desk.name} knows as ${one}`, await desk.store.savePerson(person, before)));
    },
    merge: async (desk: Computer) => {
      const people = await peopleOf(desk);
      const [keep, gone] = [people[0], people.at(-1)];
      if (keep !== undefined && gone !== undefined && keep !== gone)
        asked(`${desk.name} merges people`, await desk.store.mergePeople(keep.id, gone.id));
    },
    settings: async (desk: Computer) => {
      const [one, read] = [word(), asked('read', await desk.store.read())];
      if (read === null) return;
      const next = { ...read.settings, organisation: `Office ${one}` };
      noteBeside(one, asked(`${desk.name} sets ${one}`, await desk.store.saveSettings(next, read.settings, desk.name)));
    },
    settle: (desk: Computer) => settle(desk, 0.5),
    mend: async (desk: Computer) => {
      const mended = asked(`${desk.name} mends`, await desk.store.mend(desk.name)) ?? [];
      trace.push(...mended.map(({ where, message }) => `  ${where}: ${message}`));
    },
    examine: async (desk: Computer) => asked('examine', await desk.store.examine()),
    /** The program ends, now and then by a kill, and is started again. */
    reopen: async (desk: Computer) => {
      if (random() < 0.7) await landed(desk);
      desk.pages.clear();
      const opened = asked(`${desk.name} starts again`, await openNewsroom(desk.folder, desk.options));
      if (opened !== null) Object.assign(desk, await desk.open(opened));
    },
    add: async (desk: Computer) => {
      if (all.length === 3) return;
      const id = releaseId(`r-two0000${all.length}`);
      const added = await desk.store.addRelease(release({ id, headline: 'new' }), 'created', desk.name);
      if (asked(`${desk.name} adds ${id}`, added) === null) return;
      const each: Told = { id, saved: new Set(), published: new Set(), heads: [], isErased: false };
      all.push(each);
      await acts.write(desk, each);
    },
  };
  /** Somebody looked at both texts of a release: which embargo holds is decided. What was taken back stays so. */
  const decided = (id: ReleaseId): void => {
    for (const head of all.find((each) => each.id === id)?.heads ?? []) head.until = 0;
  };
  const landed = async (desk: Computer): Promise<void> => {
    await desk.store.settled();
    await desk.recovery.settled();
  };
  /** Conflict copies are looked for, and a share of them is settled. */
  const settle = async (desk: Computer, share: number): Promise<void> => {
    const found = asked(`${desk.name} looks for copies`, await desk.store.tidyCopies(null, desk.name));
    for (const { text, key, where } of found?.copies ?? []) {
      if (random() > share) continue;
      const done = text === null ? desk.store.putCopyAside(key) : desk.store.keepCopy(text.id, key, desk.name);
      const isDone = asked<unknown>(`${desk.name} settles ${where}`, await done) !== null;
      if (isDone && text !== null) decided(text.id);
    }
  };
  return { random, pick, sync, desks, all, acts, approved, beside, trace, asked, landed, settle, decided };
};

export type Office = Awaited<ReturnType<typeof makeOffice>>;
