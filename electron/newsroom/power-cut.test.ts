import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyRelease } from '../../shared/release/empty';
import type { Release } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { newsroomSettings, p, releaseId } from '../../shared/testing/builders';
import { createNewsroom, openNewsroom } from './store';
import { type Fate, recordingFileSystem } from './testing-power-cut';
import { temporaryFolders, valueOf } from './testing';

const folder = temporaryFolders();
const SETTINGS = newsroomSettings();

/** Something that was acknowledged when so many calls had been made. */
type Promised = { readonly calls: number; readonly text: string; readonly drafts: number; readonly published: boolean };

const FATES: readonly (readonly [string, Fate])[] = [
  ['nothing that was not synced is there', () => false],
  ['everything that was not synced is there', () => true],
  ['every other thing that was not synced is there', (number) => number % 2 === 0],
  ['the others are there', (number) => number % 2 === 1],
  ['one in three of what was not synced is there', (number) => number % 3 === 0],
];

test('after a power cut at any moment, the newsroom opens with the last text that was acknowledged as saved, or the next', async () => {
  const top = await folder();
  const fs = recordingFileSystem(top);
  const newsroom = join(top, 'newsroom');
  await fs.makeFolder(newsroom);
  await fs.syncFolder(top);
  let clock = Date.parse('2026-11-22T09:00:00.000Z');
  const options = { device: 'test', now: () => new Date((clock += 31_000)) };
  const store = valueOf(await createNewsroom(newsroom, SETTINGS, { ...options, fs }));
  const made = fs.calls();

  const promised: Promised[] = [];
  const texts: string[] = [];
  const promise = (text: string, drafts = 0, published = false): void => {
    promised.push({ calls: fs.calls(), text, drafts, published });
  };
  const withText = (release: Release, text: string): Release => {
    texts.push(text);
    return { ...release, body: [p(text)] };
  };
  const first = withText(
    {
      ...emptyRelease(releaseId('r-powercut01')),
      headline: 'Footbridge opens',
      standfirst: 'In March.',
      dateline: { place: 'Hexley', date: '2026-11-22' },
    },
    'Nothing yet.',
  );
  let { release, version } = valueOf(await store.addRelease(first, 'created', 'Anwen Pugh'));
  promise('Nothing yet.');
  for (const text of ['The footbridge.', 'The footbridge at Hexley.', 'The footbridge at Hexley opens in March.']) {
    release = withText(release, text);
    version = valueOf(await store.saveRelease(release, version, 'Anwen Pugh'));
    promise(text);
  }
  const last = texts.at(-1) ?? '';
  valueOf(await store.nameDraft(release.id, 'Draft 1', 'Anwen Pugh'));
  promise(last, 1);
  valueOf(await store.setState(release.id, 'in review', 'Anwen Pugh'));
  valueOf(await store.setState(release.id, 'agreed', 'Anwen Pugh'));
  promise(last, 1);
  valueOf(await store.publish(release.id, 'Anwen Pugh'));
  promise(last, 1, true);

  const wrong: string[] = [];
  for (let calls = made; calls <= fs.calls(); calls += 1) {
    for (const [what, fate] of FATES) {
      const into = join(top, 'cut', `${calls} ${what}`);
      await mkdir(into, { recursive: true });
      await fs.cut(calls, fate, into);
      const kept = promised.findLast((each) => each.calls <= calls);
      const said = `cut after call ${calls}, ${what}: `;
      const opened = await openNewsroom(join(into, 'newsroom'), { device: 'test' });
      if (!opened.ok) {
        wrong.push(`${said}${opened.fault.message}`);
        continue;
      }
      if (kept === undefined) continue;
      const read = await opened.value.openRelease(release.id);
      if (!read.ok) {
        wrong.push(`${said}${read.fault.message}`);
        continue;
      }
      const text = read.value.release.body.map(blockText).join('\n');
      const next = texts[texts.indexOf(kept.text) + 1];
      if (text !== kept.text && text !== next) wrong.push(`${said}the text is “${text}”`);
      const drafts = valueOf(await opened.value.versions(release.id)).filter(({ kind }) => kind === 'draft').length;
      if (drafts < kept.drafts) wrong.push(`${said}the named draft is gone`);
      const { published, unreadable } = valueOf(await opened.value.contents());
      if (unreadable.length > 0) wrong.push(`${said}${unreadable[0]?.message}`);
      if (kept.published && published.length !== 1) wrong.push(`${said}it is not published`);
    }
  }
  expect(wrong).toEqual([]);
  expect(fs.calls() - made).toBeGreaterThan(100);
}, 120_000);
