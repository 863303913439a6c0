import { readFile, rm, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExaminationState } from '../../shared/newsroom/examination';
import { exportBundle } from '../export/export-bundle';
import { openLog } from '../log';
import { makeSample } from '../newsroom/sample';
import { openNewsroom } from '../newsroom/store';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { makeExaminations } from './examinations';

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';

test('a newsroom is held against what was exported from it last, where that is still there', async () => {
  const top = await temporary();
  const [newsroom, out] = [join(top, 'newsroom'), join(top, 'bundle')];
  valueOf(await makeSample(newsroom));
  const store = valueOf(await openNewsroom(newsroom, { device: 'test' }));
  const contents = valueOf(await store.contents());
  const asked = { newsroom, contents, out, asOf: NOW, preview: false, plan: false, now: Date.parse(NOW) };
  valueOf(await exportBundle(asked));

  let state: ExaminationState = { kind: 'none' };
  const examinations = makeExaminations({
    log: openLog(join(top, 'logs'), { echo: false }),
    who: () => 'Anwen Pugh',
    onState: (next) => void (state = next),
    exportedTo: (of) => (of === newsroom ? out : null),
  });
  const codes = async (): Promise<readonly string[]> => {
    await examinations.begin(store, 'asked');
    return state.kind === 'done' ? state.findings.map(({ code }) => code) : [state.kind];
  };
  expect(await codes()).toEqual([]);

  const path = (await store.pathOf(contents.published[0]?.current.id ?? ('' as never))) ?? '';
  await rm(join(newsroom, path), { recursive: true });
  expect(await codes()).toEqual(['exported-gone']);
  await rename(out, `${out} elsewhere`);
  expect(await codes()).toEqual([]);
});

test('after a crash, what is made from something else is made again without a question; the rest waits for a person', async () => {
  const top = await temporary();
  const newsroom = join(top, 'newsroom');
  valueOf(await makeSample(newsroom));
  const store = valueOf(await openNewsroom(newsroom, { device: 'test' }));
  const [place = ''] = valueOf(await store.contents()).published.map(({ current }) => current.id);
  const folder = join(newsroom, (await store.pathOf(place as never)) ?? '');
  const text = join(folder, 'release.txt');
  const whole = await readFile(text, 'utf8');
  await writeFile(text, whole.slice(0, 40));
  const document = join(folder, 'release.json');
  await writeFile(document, (await readFile(document, 'utf8')).replaceAll('\n', '\r\n'));

  let state: ExaminationState = { kind: 'none' };
  const examinations = makeExaminations({
    log: openLog(join(top, 'logs'), { echo: false }),
    who: () => 'Anwen Pugh',
    onState: (next) => void (state = next),
    exportedTo: () => null,
  });
  await examinations.begin(store, 'left');
  expect(state).toMatchObject({ kind: 'done', why: 'left', findings: [{ code: 'not-canonical' }] });
  expect(state).toMatchObject({ mended: [{ where: expect.stringMatching(/release\.txt$/u) as string }] });
  expect(await readFile(text, 'utf8')).toBe(whole);

  await writeFile(text, 'A person’s own note.');
  await examinations.begin(store, 'asked');
  expect(state).toMatchObject({ mended: [], findings: [{ code: 'not-canonical' }, { code: 'text-stale' }] });
});
