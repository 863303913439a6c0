import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveQuotes } from '../../shared/quotes/resolve';
import { newsroomSettings } from '../../shared/testing/builders';
import { readContents } from '../newsroom/contents';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import { type Computer, type Office, type Told, makeOffice, wordsIn } from './testing-office';

/*
 * One newsroom on several computers, which a sync program keeps alike: file by file, in any order, late, with conflict copies,
 * files that are not downloaded, and deleted ones that come back. Whatever is done meanwhile, no word is lost, nobody is shown to
 * have approved what they did not, nothing goes out that is not published or was taken back, and there is an end to it.
 */

const temporary = temporaryFolders();
const SETTINGS = newsroomSettings({ organisation: 'Office', approvals: 'nobody', siteAddress: 'https://eastmere.example' }); // prettier-ignore

/** What stands in the folders: no word that was saved is in none of them, none that was erased in any. */
const lookAtWords = async ({ desks, all, beside }: Office, isSettled: boolean): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const anywhere = new Set<string>();
  for (const { folder, name } of desks) {
    const has = new Set(wordsIn(Object.values(await filesBelow(folder)).join('\n')));
    for (const one of has) anywhere.add(one);
    for (const { id, saved, isErased } of all) {
      const [lost, left] = [[...saved].filter((one) => !has.has(one)), [...saved].filter((one) => has.has(one))];
      if (!isErased && lost.length > 0) wrong.push(`${name}: words of ${id} are lost: ${lost.join(' ')}`);
      if (isErased && isSettled && left.length > 0)
        wrong.push(`${name}: words of ${id} were erased: ${left.join(' ')}`);
    }
  }
  // A copy of these may stay on the computer where it came about.
  for (const [one, id] of beside)
    if (!anywhere.has(one) && !all.some((each) => each.id === id && each.isErased)) wrong.push(`${one} is lost`);
  return wrong;
};

const lookAtApprovals = async ({ desks, approved }: Office): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const { store, name } of desks)
    for (const { id } of valueOf(await store.read()).releases) {
      const opened = await store.openRelease(id);
      const quotes = opened.ok ? resolveQuotes(opened.value.release, { people: [], approvals: 'persons' }) : [];
      for (const { status, words, stored } of quotes) {
        const given = JSON.stringify([words, stored?.speaker?.name, stored?.speaker?.role]);
        if (status === 'approved' && !approved.has(given)) wrong.push(`${name}: nobody approved ${given}`);
      }
    }
  return wrong;
};

/** Acts that no later one knows of. */
const standing = ({ heads }: Told): Told['heads'] =>
  heads.filter(
    ({ acts }) =>
      !heads.some((other) => other.acts.length > acts.length && acts.every((act, at) => other.acts[at] === act)),
  );

/** What an export lets out here. Half-way, only what this computer itself took back must not. */
const lookAtExport = async ({ all, asked }: Office, desk: Computer, out: string, isQuiet: boolean) => {
  const contents = asked('export', await readContents(desk.folder));
  if (contents === null) return [];
  const now = desk.time.now().getTime();
  const asOf = new Date(now).toISOString();
  const request = { newsroom: desk.folder, contents, out, asOf, preview: false, plan: false, now };
  const report = valueOf(await exportBundle(request));
  const found = new Set(report.written ? wordsIn(JSON.stringify(await filesBelow(out))) : []);
  return all.flatMap((each) => {
    const held = standing(each).some(({ isGone, until, by }) =>
      isQuiet ? isGone || until > now : isGone && by === desk.name,
    );
    return [...each.saved]
      .filter((one) => found.has(one) && (held || !each.published.has(one)))
      .map((one) => `${desk.name}: ${one} of ${each.id} went out`);
  });
};

/** What doctor cannot decide a person does: takes back again, or makes a draft of the text that does not stand. */
const decide = async ({ all, acts, asked, decided }: Office, desk: Computer): Promise<void> => {
  for (const { code, where } of asked('examine', await desk.store.examine())?.findings ?? []) {
    const each = all.find(({ id }) => where.includes(id));
    if (each === undefined) continue;
    // A copy in the trash is offered once the release is taken out.
    if (code === 'conflict-copy' && where.startsWith('trash/')) await acts.back(desk, each);
    if (code !== 'publication-lost') continue;
    const versions = asked('versions', await desk.store.versions(each.id)) ?? [];
    if (versions.some(({ kind }) => kind === 'withdrawn')) await acts.withdraw(desk, each);
    else {
      for (const { kind, object } of versions)
        if (kind === 'published' || kind === 'corrected')
          asked('draft', await desk.store.nameVersion(each.id, object, 'Theirs', desk.name));
      decided(each.id);
    }
  }
};

/** Everybody settles what is offered, until doctor has nothing to say anywhere. Out: what doctor still says. */
const settleAll = async (office: Office): Promise<readonly string[]> => {
  const { desks, acts, asked, landed, sync, settle } = office;
  const sides = desks.map(({ side }) => side);
  for (let round = 0; ; round += 1) {
    for (const desk of desks) {
      for (const act of [settle, acts.mend, (each: Computer) => decide(office, each), acts.reopen]) {
        valueOf(await desk.access.takeOver());
        await act(desk, 1);
      }
      await landed(desk);
      await sync.all(sides);
    }
    const left: string[] = [];
    for (const { store, name } of desks) {
      // A person looks at a history that was changed, and says that it is known.
      if (valueOf(await store.checkHistory()).length > 0) valueOf(await store.acceptHistory());
      // Moves to the trash and out of it that met on their way may take a text with them: that is named.
      for (const { code, where, message } of asked('examine', await store.examine())?.findings ?? [])
        if (code !== 'object-missing') left.push(`${name}: ${code} ${where} ${message}`);
    }
    if (left.length === 0 || round === 7) return left;
  }
};

/** Acts among which is chosen: all, those after publication, also with removals, and those of the trash. */
const WRITTEN = ['write', 'write', 'write', 'settle', 'mend', 'reopen'] as const;
const PUBLISHED = ['publish', 'publish', 'begin', 'begin', 'change', 'change', 'withdraw', 'add'] as const;
const TRASHED = ['trash', 'back', 'draft', 'state', 'approve', 'restore'] as const;
const OTHERS = ['cancel', 'remark', 'person', 'rename', 'merge', 'settings', 'examine', 'remove'] as const;
const POOLS = [
  [...WRITTEN, ...PUBLISHED, ...TRASHED, ...OTHERS],
  [...WRITTEN, ...PUBLISHED],
  [...WRITTEN, ...PUBLISHED, 'remove'],
  [...WRITTEN, ...TRASHED],
] as const;
const STEPS = 60;

const run = async (seed: number): Promise<void> => {
  const top = await temporary();
  const office = await makeOffice(top, seed, 2 + (seed % 2), seed % 4 === 0 ? 3_600 : 0, SETTINGS);
  const pool = POOLS[seed % POOLS.length] ?? POOLS[0];
  const { random, pick, sync, desks, all, acts, trace, landed } = office;
  const sides = desks.map(({ side }) => side);
  let exports = 0;
  const nothingWrong = async (isQuiet: boolean, isSettled = false): Promise<void> => {
    const wrong = isQuiet ? [...(await lookAtWords(office, isSettled)), ...(await lookAtApprovals(office))] : [];
    for (const desk of isQuiet ? desks : [pick(desks)])
      wrong.push(...(await lookAtExport(office, desk, join(top, `bundle-${(exports += 1)}`), isQuiet)));
    expect(wrong).toEqual([]);
  };
  const quiet = async (): Promise<void> => {
    for (const desk of desks) await landed(desk);
    await sync.all(sides);
    trace.push('-- all is alike');
  };
  try {
    await acts.add(desks[0] as Computer);
    for (let step = 0; step < STEPS; step += 1) {
      const desk = pick(desks);
      if (desk.access.current().kind === 'read' && random() < 0.7) valueOf(await desk.access.takeOver());
      if (random() < 0.1) desk.beat();
      await acts[pick<(typeof POOLS)[0][number]>(pool)](desk, pick(all));
      for (const each of desks) each.time.pass(pick([1, 1, 40, 600]));
      const way = random();
      if (way < 0.4) await sync.some(pick(sides), 1 + Math.floor(random() * 6));
      else if (way < 0.45) await sync.putAway(pick(sides));
      else if (way < 0.47) trace.push(`back again: ${sync.bringBack() ?? 'nothing'}`);
      else if (way < 0.53) await nothingWrong(false);
      else if (way < 0.6) {
        await quiet();
        await nothingWrong(true);
      }
    }
    await quiet();
    await nothingWrong(true);
    expect(await settleAll(office)).toEqual([]);
    await nothingWrong(true, true);
    const [first, ...others] = await Promise.all(desks.map(({ folder }) => filesBelow(folder)));
    for (const other of others)
      expect(Object.keys({ ...first, ...other }).filter((name) => first?.[name] !== other[name])).toEqual([]);
  } catch (error) {
    // How it came about is of more use than where the test found it.
    throw new Error(trace.join('\n'), { cause: error });
  }
};

/** Others by hand, from one to another: `SEEDS=1-40 npx vitest run electron/export/two-computers`. */
const [from = 0, to = from] = (process.env['SEEDS'] ?? '').split('-').map(Number);
const SEEDS = from === 0 ? [6, 8, 11, 13] : Array.from({ length: to - from + 1 }, (_, at) => from + at);

test.each(SEEDS)('whatever computers do to one newsroom, and however it is kept alike (seed %i)', run);
