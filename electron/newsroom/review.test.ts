import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { historyPage, historyText } from '../../shared/paper/history';
import { changeReview, type ReviewChange } from '../../shared/review/change';
import type { RemarkId } from '../../shared/review/model';
import { REVIEW_FILE } from '../../shared/review/parse';
import { writtenForm } from '../../shared/unknown';
import { exportBundle } from '../export/export-bundle';
import { examine } from './doctor';
import { mend } from './mend';
import type { NewsroomStore } from './model';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';
import { FIRST, ID, edited, kindsOf, newDesk, saveText } from './testing-desk';

const temporary = temporaryFolders();
const WORDS = 'Was it not the heron that ate it';
const PROPOSED = 'One heron, and no more.';
const REMARK: ReviewChange = {
  what: 'remark',
  object: null,
  anchor: { part: 'body', block: 0, start: 0, end: 3, words: 'One' },
  by: 'Tom Reed',
  text: WORDS,
  proposed: PROPOSED,
};
const begin = async () => {
  const desk = await newDesk(await temporary());
  const file = join(await desk.place(), REVIEW_FILE);
  return { ...desk, file };
};
const CHECKS: ('names' | 'quotes' | 'figures' | 'embargo')[] = ['names', 'quotes', 'figures', 'embargo'];
const draftOf = async (store: NewsroomStore) => {
  const { object, time } = valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
  return { object, time };
};

describe('a remark', () => {
  test('lies beside the release, on a version that is kept, and comes back as it was', async () => {
    const { store, file } = await begin();
    const made = valueOf(await store.changeReview(ID, REMARK, 'Ada'));
    expect(made.remarks).toMatchObject([{ by: 'Tom Reed', recordedBy: 'Ada', text: WORDS, proposed: PROPOSED }]);
    expect(valueOf(await store.review(ID))).toEqual(made);
    expect(await readFile(file, 'utf8')).toBe(writtenForm(made));
    const object = made.remarks[0]?.object;
    expect(object !== undefined && valueOf(await store.version(ID, object)).body).toEqual(FIRST.body);
  });

  test('keeps the text it stands on for good', async () => {
    const { store, time } = await begin();
    time.pass(60);
    await saveText(store, edited('Two.'));
    expect((await kindsOf(store)).at(-1)).toBe('autosave');
    const { remarks } = valueOf(await store.changeReview(ID, { ...REMARK, anchor: null }, 'Ada'));
    expect((await kindsOf(store)).at(-1)).toBe('manual');
    time.pass(1_000 * 24 * 3_600);
    await saveText(store, edited('Three.'));
    valueOf(await store.thin());
    const object = remarks[0]?.object;
    expect(object !== undefined && valueOf(await store.version(ID, object)).body).toEqual(edited('Two.').body);
  });

  test('stands in no other file, and in nothing that goes out', async () => {
    const { store, folder, file } = await begin();
    await saveText(store, { ...FIRST, standfirst: 'Two paths open in spring.' });
    const draft = await draftOf(store);
    valueOf(await store.changeReview(ID, REMARK, 'Ada'));
    const step = { what: 'step', draft, to: 'returned', by: 'Tom Reed', text: WORDS, checks: [] } as const;
    valueOf(await store.changeReview(ID, { ...step, checks: [] }, 'Ada'));
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    valueOf(await store.agree(ID, { by: 'Tom Reed', text: WORDS, checks: CHECKS }, 'Ada'));
    valueOf(await store.publish(ID, 'Ada'));
    await store.settled();
    const holding = (files: Record<string, string>) =>
      Object.entries(files)
        .filter(([, text]) => [WORDS, PROPOSED].some((words) => text.includes(words)))
        .map(([path]) => path);
    expect(holding(await filesBelow(folder))).toEqual([expect.stringMatching(/\/review\.json$/)]);

    const out = join(await temporary(), 'bundle');
    const asOf = '2026-12-01T09:00:00.000Z';
    const contents = valueOf(await store.contents());
    const request = { newsroom: folder, contents, out, asOf, preview: false, plan: false, now: Date.parse(asOf) };
    valueOf(await exportBundle({ ...request, handover: true }));
    const exported = await filesBelow(out);
    expect(Object.values(exported).some((text) => text.includes('One.'))).toBe(true);
    expect(holding(exported)).toEqual([]);

    const lines = valueOf(await store.versions(ID));
    const version = lines.at(-1);
    if (version === undefined) throw new Error('a history');
    const paper = {
      text: valueOf(await store.version(ID, version.object)),
      version,
      embargo: null,
      lines,
      zone: 'UTC',
    };
    for (const printed of [historyPage(paper).html, historyText(paper)]) expect(printed).not.toContain(WORDS);
    expect(await readFile(file, 'utf8')).toContain(WORDS);
  });

  test('goes when its release is removed', async () => {
    const { store, folder } = await begin();
    valueOf(await store.changeReview(ID, REMARK, 'Ada'));
    valueOf(await store.publish(ID, 'Ada'));
    valueOf(await store.remove(ID, { by: 'Ada', reason: 'A witness asked.' }));
    const files = await filesBelow(folder);
    expect(Object.keys(files).filter((path) => path.endsWith(REVIEW_FILE))).toEqual([]);
    expect(faultOf(await store.changeReview(ID, REMARK, 'Ada')).code).toBe('refused');
  });

  test('on a text that is no version of the release is refused', async () => {
    const { store } = await begin();
    const object = 'f'.repeat(64) as never;
    expect(faultOf(await store.changeReview(ID, { ...REMARK, object }, 'Ada')).code).toBe('not-found');
    expect(valueOf(await store.review(ID)).remarks).toEqual([]);
  });
});

describe('the doctor', () => {
  test('finds nothing wrong with remarks, and says so of damaged ones, which are never written over', async () => {
    const { store, folder, file } = await begin();
    valueOf(await store.changeReview(ID, REMARK, 'Ada'));
    expect((await examine(folder)).findings).toEqual([]);
    await writeFile(file, '{"format": 1, "rel');
    const found = (await examine(folder)).findings;
    expect(found.map(({ code }) => code)).toEqual(['review-unreadable']);
    expect(found[0]?.where).toMatch(/\/review\.json$/);
    expect(faultOf(await store.changeReview(ID, REMARK, 'Ada')).code).toBe('unreadable');
    expect(await readFile(file, 'utf8')).toBe('{"format": 1, "rel');
    // The release itself opens and is saved as ever.
    await saveText(store, edited('Two.'));
  });

  test('in other letters is not written over with signs in the place of words', async () => {
    const { store, file, folder, time } = await begin();
    valueOf(await store.changeReview(ID, { ...REMARK, text: 'Caf\u00e9?' }, 'Ada'));
    const theirs = Buffer.from(await readFile(file, 'utf8'), 'latin1');
    await writeFile(file, theirs);
    expect(faultOf(await store.changeReview(ID, REMARK, 'Ada')).code).toBe('unreadable');
    await mend(folder, { now: time.now, device: 'desk', who: 'Ada' });
    expect((await readFile(file)).equals(theirs)).toBe(true);
  });

  test('writes remarks in the one form again', async () => {
    const { store, folder, file, time } = await begin();
    const made = valueOf(await store.changeReview(ID, REMARK, 'Ada'));
    await writeFile(file, JSON.stringify(made));
    expect((await examine(folder)).findings).toMatchObject([{ code: 'not-canonical' }]);
    await mend(folder, { now: time.now, device: 'desk', who: 'Ada' });
    expect(await readFile(file, 'utf8')).toBe(writtenForm(made));
  });
});

test('remarks that two computers wrote are put together, and none is lost', async () => {
  const { store, file, place } = await begin();
  const mine = valueOf(await store.changeReview(ID, REMARK, 'Ada'));
  const remark = mine.remarks[0];
  if (remark === undefined) throw new Error('a remark');
  const later = { who: 'Bea', at: '2026-11-22T10:00:00.000Z', id: 'm-00000002' as RemarkId };
  const answer = changeReview(mine, { what: 'reply', remark: remark.id, text: 'It was.' }, later);
  const theirs = changeReview(
    answer,
    { ...REMARK, what: 'remark', object: remark.object, by: 'Bea', text: 'And when?' },
    later,
  );
  await writeFile(join(await place(), 'review (Bea’s conflicted copy 2026-11-22).json'), writtenForm(theirs));
  const { copies, aside } = valueOf(await store.tidyCopies(null, 'Ada'));
  expect(copies).toEqual([]);
  expect(aside).toHaveLength(1);
  const both = valueOf(await store.review(ID));
  expect(both.remarks.map(({ text }) => text)).toEqual([WORDS, 'And when?']);
  expect(both.remarks[0]?.replies.map(({ text }) => text)).toEqual(['It was.']);
  expect(await readFile(file, 'utf8')).toBe(writtenForm(both));
});

describe('a draft', () => {
  test('goes with the release that is sent for review and back, where it has its words', async () => {
    const { store } = await begin();
    const draft = await draftOf(store);
    for (const state of ['in review', 'working'] as const) valueOf(await store.setState(ID, state, 'Tom'));
    expect(valueOf(await store.review(ID)).steps).toMatchObject([
      { draft, to: 'in review', by: 'Tom' },
      { draft, to: 'returned', by: 'Tom' },
    ]);
    await saveText(store, edited('Two.'));
    valueOf(await store.setState(ID, 'in review', 'Tom'));
    expect(valueOf(await store.review(ID)).steps).toHaveLength(2);
  });

  test('is not agreed by who wrote it, nor before every point is ticked', async () => {
    const { store } = await begin();
    const draft = await draftOf(store);
    const step = { what: 'step', draft, to: 'agreed', by: 'Ada', text: '', checks: CHECKS } as const;
    expect(faultOf(await store.changeReview(ID, { ...step, checks: CHECKS }, 'Ada')).message).toContain(
      'Ada wrote in it',
    );
    expect(faultOf(await store.changeReview(ID, { ...step, by: 'Tom', checks: [] }, 'Ada')).code).toBe('refused');
    const agreed = valueOf(await store.changeReview(ID, { ...step, by: 'Tom', checks: CHECKS }, 'Ada'));
    expect(agreed.steps.at(-1)).toMatchObject({ to: 'agreed', by: 'Tom', recordedBy: 'Ada', checks: CHECKS });
  });
});

describe('an agreement', () => {
  test('names the second pair of eyes in the history, and marks the draft', async () => {
    const { store } = await begin();
    await draftOf(store);
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    expect(faultOf(await store.agree(ID, { by: 'Ada', text: '', checks: CHECKS }, 'Ada')).code).toBe('refused');
    const { release } = valueOf(await store.agree(ID, { by: 'Tom Reed', text: '', checks: CHECKS }, 'Ada'));
    expect(release.state).toBe('agreed');
    const line = valueOf(await store.versions(ID)).at(-1);
    expect(line).toMatchObject({ kind: 'agreed', who: 'Ada', note: 'Second pair of eyes: Tom Reed' });
    expect(valueOf(await store.review(ID)).steps.at(-1)).toMatchObject({ to: 'agreed', by: 'Tom Reed' });
  });

  test('without a second person carries the reason', async () => {
    const { store } = await begin();
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    const alone = { by: 'Ada', text: 'Nobody else is in at night.', checks: [...CHECKS, 'alone' as const] };
    valueOf(await store.agree(ID, alone, 'Ada'));
    expect(valueOf(await store.versions(ID)).at(-1)?.note).toBe(
      'Read by Ada, nobody else: Nobody else is in at night.',
    );
  });

  test('is not there for a release that was not sent for review', async () => {
    const { store } = await begin();
    expect(faultOf(await store.agree(ID, { by: 'Tom', text: '', checks: CHECKS }, 'Ada')).code).toBe('refused');
  });
});
