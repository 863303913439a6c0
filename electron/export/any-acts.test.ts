import path from 'node:path';
import { expect, test } from 'vitest';
import type { Embargo, Release } from '../../shared/release/model';
import { chance } from '../../shared/testing/chance';
import { contact, newsroomSettings, p, release, releaseId, speaker, storedQuote } from '../../shared/testing/builders';
import { readContents } from '../newsroom/contents';
import { readKnownTexts } from '../newsroom/known-texts';
import { createNewsroom } from '../newsroom/store';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { handClock } from '../newsroom/testing-desk';
import { exportBundle } from './export-bundle';
import { textsPlace } from './state';

/*
 * Acts at random on a few releases, each text of words of its own, held against a plain account of what readers may have had:
 * none of the archive's rules are in it. And a bundle that is made on top of the last one is the one that is made afresh.
 */

const temporary = temporaryFolders();
const SETTINGS = newsroomSettings({ organisation: 'Office', approvals: 'nobody', siteAddress: 'https://eastmere.example' }); // prettier-ignore
const WORD = /zq[a-z]{8}/gi;
const wordsIn = (text: string): string[] => (text.match(WORD) ?? []).map((each) => each.toLowerCase());

type Text = { readonly words: readonly string[]; readonly until: number };
type Told = {
  readonly id: Release['id'];
  state: 'working' | 'out' | 'ended';
  /** What is being written, and what was published last. */
  working: Text;
  public: Text;
  change: { readonly kind: 'minor' | 'corrected'; readonly note: string; readonly hides: boolean } | null;
  /** What readers had at some instant; what of that they may still have; its addresses; why it ended. */
  readonly seen: Set<Text>;
  readonly shown: Set<Text>;
  readonly places: Set<string>;
  address: string;
  reason: string;
  /** Notes on corrections, each with the texts that it was published with. */
  readonly notes: { readonly word: string; readonly texts: Text[] }[];
};
const NOTHING: Text = { words: [], until: 0 };
/** All but one fold to one name: their lists stand at numbered places. */
const TOPICS = ['Lamps', 'Röads', 'Roads', 'Roäds'];

const desk = async (seed: number) => {
  const random = chance(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const top = await temporary();
  const [folder, data] = [path.join(top, 'newsroom'), path.join(top, 'data')];
  const time = handClock();
  const now = (): number => time.now().getTime();
  const options = { device: 'desk', now: time.now, after: time.after, data };
  const store = valueOf(await createNewsroom(folder, SETTINGS, options));
  const all: Told[] = [];
  /** The topic that each place meant. It may be another’s once a text is not to be had any more. */
  const meant = new Map<string, string>();
  let count = 0;
  const word = (): string => `zq${String(10_000_000 + (count += 1) * 7_919).replace(/\d/g, (digit) => 'bcdfghjkmn'[Number(digit)] ?? '')}`; // prettier-ignore
  const heldUntil = ({ working, public: out, change }: Told): number =>
    Math.max(out.until, change === null ? 0 : working.until);
  const isVisible = (each: Told): boolean => each.state === 'out' && heldUntil(each) <= now();

  /** Time passes; what is out at its end, readers have had. */
  const pass = (seconds: number): void => {
    time.pass(seconds);
    for (const each of all.filter(isVisible)) {
      each.seen.add(each.public);
      each.shown.add(each.public);
      for (const part of wordsIn(each.address)) each.places.add(part);
    }
  };
  const write = async (each: Told): Promise<void> => {
    const { release: open, version } = valueOf(await store.openRelease(each.id));
    const words = Array.from({ length: 7 }, word);
    const [headline, standfirst, body, said, name, note, topic] = words;
    const says = `“We shall ${said ?? ''} it.”`;
    const until = random() < 0.5 ? 0 : now() + Math.floor(random() * 6 - 1.5) * 86_400_000;
    const embargo: Embargo | null = until === 0 ? null : { instant: new Date(until).toISOString(), zone: 'Europe/London' }; // prettier-ignore
    const next = {
      ...open,
      headline: `about ${headline ?? ''}`,
      standfirst: `it ${standfirst ?? ''} is`,
      dateline: { place: '', date: '2026-11-20' },
      body: [p(`The ${body ?? ''} came.`), p(says)],
      quotes: [storedQuote('q-one00001', [[1, 0, says.length]], { speaker: speaker(`Ada ${name ?? ''}`) })],
      notes: [p(`more ${note ?? ''}`)],
      topics: [pick(TOPICS), topic ?? ''],
      reference: word(),
      contacts: [contact({ name: `Night ${word()}`, phone: '', email: '', mediaOnly: true })],
      embargo,
    };
    valueOf(await store.saveRelease(next, version, 'Ada'));
    each.working = { words, until };
  };
  const freeze = async (each: Told): Promise<void> => {
    each.public = each.working;
    each.change = null;
    each.address = valueOf(await store.openRelease(each.id)).release.publication?.address ?? '';
  };
  const end = (each: Told, reason: string): void => {
    each.state = 'ended';
    each.change = null;
    each.reason = reason;
  };

  /** Each gives whether it could be done to a release. */
  const ACTS: readonly ((each: Told) => Promise<unknown>)[] = [
    async (each) => (each.state === 'working' || each.change !== null) && write(each),
    async (each) => {
      if (each.state !== 'working') return;
      valueOf(await store.publish(each.id, 'Ada'));
      each.state = 'out';
      await freeze(each);
    },
    async (each) => {
      if (each.state !== 'out' || each.change !== null) return;
      const change = { kind: pick(['minor', 'corrected', 'corrected'] as const), note: word(), hides: random() < 0.2 };
      const { kind, note, hides } = change;
      const asked = { kind, note: `we had ${note}`, ...(hides && kind === 'corrected' ? { withoutEarlier: true as const } : {}) }; // prettier-ignore
      valueOf(await store.beginChange(each.id, asked, 'Ada'));
      each.working = each.public;
      each.change = change;
      if (random() < 0.8) await write(each);
    },
    async (each) => {
      const { change } = each;
      if (change === null || !(await store.publishChange(each.id, 'Ada')).ok) return;
      if (change.kind === 'minor') each.notes.at(-1)?.texts.push(each.working);
      else each.notes.push({ word: change.note, texts: [each.working] });
      if (change.hides && change.kind === 'corrected') {
        each.shown.clear();
        meant.clear();
      }
      await freeze(each);
    },
    async (each) => {
      if (each.change === null || random() < 0.5) return;
      valueOf(await store.cancelChange(each.id, 'Ada'));
      each.change = null;
    },
    async (each) => {
      if (each.state !== 'out' || random() < 0.9) return;
      const reason = word();
      valueOf(await store.withdraw(each.id, `for ${reason}`, 'Ada'));
      end(each, reason);
    },
    async (each) => {
      const by = pick(all);
      if (each.state !== 'out' || by === each || !isVisible(by) || random() < 0.8) return;
      const reason = word();
      if ((await store.replace(each.id, by.id, `for ${reason}`, 'Ada')).ok) end(each, reason);
    },
    async (each) => {
      if (each.state === 'working' || each.address === '' || random() < 0.85) return;
      const reason = word();
      if (!(await store.remove(each.id, { by: 'Ada', reason: `court ${reason}` })).ok) return;
      valueOf(await store.endRemoval(each.id));
      meant.clear();
      end(each, reason);
    },
    async (each) => {
      if (each.state !== 'out' || random() < 0.5) return;
      // Of an address that it had while it was held back again it cannot be told that nobody saw it.
      if (each.seen.size > 0) for (const part of wordsIn(each.address)) each.places.add(part);
      valueOf(await store.changeAddress(each.id, `place ${word()}`, 'Ada'));
      each.address = valueOf(await store.openRelease(each.id)).release.publication?.address ?? '';
    },
  ];
  const added = async (number: number): Promise<void> => {
    const id = releaseId(`r-any0000${number}`);
    valueOf(await store.addRelease(release({ id, headline: 'new' }), 'created', 'Ada'));
    const each: Told = { id, state: 'working', working: NOTHING, public: NOTHING, change: null, seen: new Set(), shown: new Set(), places: new Set(), address: '', reason: '', notes: [] }; // prettier-ignore
    all.push(each);
    await write(each);
  };
  for (const number of [1, 2]) await added(number);

  /** The words that readers may have now, and those that they must. */
  const account = () => {
    const must = new Set(all.filter(isVisible).flatMap((each) => each.public.words));
    const may = new Set(must);
    for (const each of all) {
      const { seen, shown, notes, places, reason, state } = each;
      const told = notes.filter(({ texts }) => texts.some((text) => seen.has(text))).map((note) => note.word);
      const had = [...shown].flatMap(({ words }) => words);
      if (isVisible(each)) for (const one of [...places, ...wordsIn(each.address), ...told, ...had]) may.add(one);
      if (state === 'ended' && seen.size > 0)
        for (const one of [...places, ...wordsIn(each.address), reason]) may.add(one);
    }
    return { may, must };
  };
  /** The places that mean another topic than they did. */
  const moved = (files: Readonly<Record<string, string>>): string[] =>
    Object.entries(files).flatMap(([name, page]) => {
      const topic = /^data\/topics\/[^/]+\/index\.html$/.test(name) ? (/<h1>(.*)<\/h1>/.exec(page)?.[1] ?? '') : '';
      if (topic === '') return [];
      const was = meant.get(name) ?? topic;
      meant.set(name, was);
      return was === topic ? [] : [`${name}: ${was}, now ${topic}`];
    });
  const exported = async (out: string, isNoted: boolean) => {
    const texts = textsPlace(data, folder);
    const known = isNoted ? await readKnownTexts(texts, 'one') : null;
    const contents = valueOf(await readContents(folder, null, known));
    const request = { newsroom: folder, contents, out, asOf: time.now().toISOString(), preview: false, plan: false, handover: true, now: now() }; // prettier-ignore
    const report = valueOf(await exportBundle({ ...request, ...(isNoted ? { data, texts, program: 'one' } : {}) }));
    // An address that was public must answer: an export that stops for it lets nothing out.
    expect(report.findings.filter(({ code }) => code !== 'lost-address').map(({ message }) => message)).toEqual([]);
    return report.written ? filesBelow(out) : null;
  };
  return { random, pick, all, ACTS, pass, account, moved, exported, top, store };
};

/** How often each act is tried: a release that has come to its end is of little more use here. */
const OFTEN = [0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8];

/** They say for which instant a bundle was made, which an export that changes nothing leaves. */
const TAGS = new Set(['bag-info.txt', 'tagmanifest-sha256.txt']);

test.each([18, 21, 24])('whatever is done, nothing gets out that never was public (seed %i)', async (seed) => {
  const { random, pick, all, ACTS, pass, account, moved, exported, top, store } = await desk(seed);
  let made = 0;
  for (let step = 0; step < 90; step += 1) {
    await ACTS[pick(OFTEN)]?.(pick(all));
    pass(pick([1, 60, 43_200, 86_400]));
    if (random() > 0.2) continue;
    const fresh = await exported(path.join(top, `fresh-${step}`), false);
    const onTop = await exported(path.join(top, 'bundle'), true);
    if (fresh === null) continue;
    made += 1;
    expect([step, moved(fresh)]).toEqual([step, []]);
    const { may, must } = account();
    // Sources are whole, and for the next office alone.
    const files = Object.entries(fresh).filter(([name]) => !/^handover\/(?:sources|earlier)\//.test(name));
    const found = new Set(files.flatMap(([name, text]) => wordsIn(`${name} ${text}`)));
    expect([step, [...found].filter((each) => !may.has(each))]).toEqual([step, []]);
    expect([step, [...must].filter((each) => !found.has(each))]).toEqual([step, []]);
    if (onTop === null) continue;
    const changed = Object.keys({ ...fresh, ...onTop }).filter(
      (name) => !TAGS.has(name) && fresh[name] !== onTop[name],
    );
    expect([step, changed]).toEqual([step, []]);
  }
  // No embargo set on what was public stops the export for good.
  pass(30 * 86_400);
  expect(await exported(path.join(top, 'bundle'), true)).not.toBeNull();
  await store.settled();
  expect(made).toBeGreaterThan(3);
});
