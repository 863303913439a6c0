import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import type { Approval, Release } from '../../shared/release/model';
import { contact, p, storedQuote, speaker } from '../../shared/testing/builders';
import { examine } from './doctor';
import { ID, edited, kindsOf, newDesk, saveText } from './testing-desk';
import { REFUSALS, atEveryCall, faultOf, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

const approval = (by: string, at = '2026-11-22T09:00:00.000Z'): Approval => ({
  digest: 'a'.repeat(64),
  words: '“Paths matter.”',
  speaker: 'Ada Lovell',
  role: 'Leader',
  approvedBy: by,
  how: 'phone',
  at,
  recordedBy: 'Ada',
});
const quoted = (approvals: readonly Approval[], text = '“Paths matter.”'): Release => ({
  ...edited(text),
  quotes: [storedQuote('q-test0001', [[0, 0, 15]], { speaker: speaker('Ada Lovell'), approvals })],
});

describe('versions', () => {
  test('of the last text are kept when the writer pauses, 30 seconds after the one before', async () => {
    const { store, time } = await newDesk(await temporary());
    time.pass(10);
    await saveText(store, edited('Two.'));
    time.pass(19);
    await store.openRelease(ID);
    expect(await kindsOf(store)).toEqual(['created']);
    time.pass(1);
    const line = valueOf(await store.versions(ID)).at(-1);
    expect(line).toMatchObject({ kind: 'autosave', time: '2026-11-22T09:00:30.000Z', who: 'Ada' });
    expect(valueOf(await store.version(ID, line?.object ?? ('' as never))).body).toEqual([p('Two.')]);
  });
  test('are kept at a pause of five seconds, and not before it', async () => {
    const { store, time } = await newDesk(await temporary());
    time.pass(28);
    await saveText(store, edited('Two.'));
    time.pass(4);
    await saveText(store, edited('Three.'));
    // The save itself came 32 s after the version before: it is one.
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
    time.pass(1);
    await saveText(store, edited('Four.'));
    time.pass(28);
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
    time.pass(1);
    expect(await kindsOf(store)).toEqual(['created', 'autosave', 'autosave']);
  });
  test('hold the last text when the newsroom is left, and a text that is kept is not kept twice', async () => {
    const { store, time } = await newDesk(await temporary());
    await saveText(store, edited('Two.'));
    await store.settled();
    await store.settled();
    time.pass(60);
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
  });
  test('that cannot be kept at a pause are reported, and kept the next time', async () => {
    const desk = await newDesk(await temporary());
    const faults: string[] = [];
    const store = await desk.reopen({ onFault: (fault) => faults.push(fault.code) });
    await saveText(store, edited('Two.'));
    const log = join(await desk.place(), 'history', 'log');
    await rename(log, `${log}.away`);
    await writeFile(log, 'in the way');
    await store.settled();
    expect(faults).toEqual(['disk']);
    await rm(log);
    await rename(`${log}.away`, log);
    desk.time.pass(60);
    await saveText(store, edited('Three.'));
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
  });
  test('say each approval that was recorded and each that was taken back', async () => {
    const { store } = await newDesk(await temporary());
    await saveText(store, quoted([]));
    await saveText(store, quoted([approval('Bea')]));
    await saveText(store, quoted([]));
    const lines = valueOf(await store.versions(ID)).slice(1);
    expect(lines.map(({ kind, note }) => [kind, note])).toEqual([
      ['approval', 'Ada Lovell: “Paths matter.” (Bea, by phone)'],
      ['approval-undone', 'Ada Lovell: “Paths matter.” (Bea, by phone)'],
    ]);
  });
  test.each(REFUSALS)(
    'say each approval also where the first try failed (%s), at whichever call, and the page tried again',
    async (trouble) => {
      const made = await newDesk(await temporary());
      await saveText(made.store, quoted([]));
      await made.store.settled();
      const { version } = valueOf(await made.store.openRelease(ID));
      await atEveryCall(trouble, async (fs, at) => {
        const desk = await made.copy(await temporary());
        const store = await desk.reopen({ fs });
        const first = await store.saveRelease(quoted([approval('Bea')]), version, 'Ada');
        const said = `call ${at}, ${first.ok ? 'saved' : 'refused'}`;
        if (!first.ok) valueOf(await store.saveRelease(quoted([approval('Bea')]), version, 'Ada'));
        await store.settled();
        expect((await kindsOf(store)).filter((kind) => kind === 'approval').length, said).toBeGreaterThan(0);
        expect((await examine(desk.folder, { now: desk.time.now })).findings, said).toEqual([]);
      });
    },
  );
  test('say who overrode which check and why', async () => {
    const { store } = await newDesk(await temporary());
    const at = '2026-11-22T09:00:00.000Z';
    valueOf(await store.addOverride(ID, { check: 'quote-no-speaker', digest: '', by: 'Bea', reason: 'A motto.', at }));
    expect(valueOf(await store.versions(ID)).at(-1)).toMatchObject({
      kind: 'override',
      who: 'Bea',
      note: 'quote-no-speaker: A motto.',
    });
  });
  test('of a page that tries to save one text again and again over a changed file are one', async () => {
    const { store, version, place } = await newDesk(await temporary());
    await writeFile(join(await place(), 'release.json'), canonicalJson(edited('From outside.')));
    for (let tries = 0; tries < 3; tries += 1)
      expect(faultOf(await store.saveRelease(edited('Mine.'), version, 'Ada')).code).toBe('conflict');
    expect(await kindsOf(store)).toEqual(['created', 'found', 'conflict']);
  });
});

describe('bringing a version back', () => {
  test('adds a version and takes none away, the text before it among them', async () => {
    const { store, version } = await newDesk(await temporary());
    const two = await saveText(store, edited('Two.'));
    const restored = valueOf(await store.restore(ID, version, 'Bea'));
    expect(restored.release.body).toEqual([p('One.')]);
    expect(valueOf(await store.openRelease(ID))).toEqual(restored);
    const lines = valueOf(await store.versions(ID));
    expect(lines.map(({ kind, who, object }) => [kind, who, object])).toEqual([
      ['created', 'Ada', version],
      ['autosave', 'Ada', two],
      ['manual', 'Bea', two],
      ['restored', 'Bea', version],
    ]);
    expect(lines.at(-1)?.note).toBe('As it was at 2026-11-22T09:00:00.000Z');
  });
  test('keeps every approval and the state, and loses no approved quote', async () => {
    const { store } = await newDesk(await temporary());
    const early = await saveText(store, quoted([approval('Bea')]));
    await saveText(store, quoted([approval('Bea'), approval('Cal', '2026-11-22T10:00:00.000Z')], '“Paths matter!”'));
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    const back = valueOf(await store.restore(ID, early, 'Ada')).release;
    expect(back.state).toBe('in review');
    expect(back.body).toEqual([p('“Paths matter.”')]);
    expect(back.quotes[0]?.approvals.map((each) => each.approvedBy)).toEqual(['Bea', 'Cal']);

    const plain = valueOf(await store.versions(ID))[0]?.object ?? early;
    const none = valueOf(await store.restore(ID, plain, 'Ada')).release;
    expect(none.body).toEqual([p('One.')]);
    expect(none.quotes.map((quote) => [quote.ranges, quote.approvals.length])).toEqual([[[], 2]]);
  });
  test.each([
    ['that was set since', null, '28', '28'],
    ['that was put off since', '24', '28', '28'],
    ['that was taken away since', '24', null, '24'],
    ['that ended later then', '28', '24', '28'],
  ])('ends no embargo earlier: one %s', async (_, then, since, held) => {
    const until = (day: string | null) => day && { instant: `2026-11-${day}T09:00:00.000Z`, zone: 'Europe/London' };
    const { store } = await newDesk(await temporary());
    const version = await saveText(store, { ...edited('Two.'), embargo: until(then) || null });
    valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    await saveText(store, { ...edited('Three.'), embargo: until(since) || null });
    const { release } = valueOf(await store.restore(ID, version, 'Ada'));
    expect([release.body, release.embargo]).toEqual([[p('Two.')], until(held)]);
  });
  test('puts no contact on the web that is for the media only by now', async () => {
    const { store } = await newDesk(await temporary());
    const [desk, night] = [contact({ name: 'Desk', phone: '1' }), contact({ name: 'Night', phone: '2' })];
    const version = await saveText(store, { ...edited('Two.'), contacts: [desk, night] });
    valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    await saveText(store, { ...edited('Three.'), contacts: [{ ...night, mediaOnly: true }] });
    const { release } = valueOf(await store.restore(ID, version, 'Ada'));
    expect(release.contacts).toEqual([desk, { ...night, mediaOnly: true }]);
  });
  test('of what is public, by giving a change up, brings back the embargo that it was published with', async () => {
    const { store } = await newDesk(await temporary());
    valueOf(await store.publish(ID, 'Ada'));
    valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'It was two.' }, 'Ada'));
    const { release } = valueOf(await store.openRelease(ID));
    await saveText(store, { ...release, embargo: { instant: '2026-11-28T09:00:00.000Z', zone: 'Europe/London' } });
    expect(valueOf(await store.cancelChange(ID, 'Ada')).release.embargo).toBeNull();
  });
  test('is refused for a frozen text and for what is no version', async () => {
    const { store, version } = await newDesk(await temporary());
    expect(faultOf(await store.restore(ID, 'f'.repeat(64) as typeof version, 'Ada')).code).toBe('not-found');
    valueOf(await store.publish(ID, 'Ada'));
    expect(faultOf(await store.restore(ID, version, 'Ada')).code).toBe('frozen');
  });
  test('leaves a page that did not hear of it in conflict, not in charge', async () => {
    const { store, version } = await newDesk(await temporary());
    const two = await saveText(store, edited('Two.'));
    valueOf(await store.restore(ID, version, 'Ada'));
    expect(faultOf(await store.saveRelease(edited('Two and a half.'), two, 'Ada')).code).toBe('conflict');
  });
});

describe('naming a version', () => {
  test('adds a draft with that text, whatever the text is now', async () => {
    const { store, version, folder, time } = await newDesk(await temporary());
    await saveText(store, edited('Two.'));
    const line = valueOf(await store.nameVersion(ID, version, 'Draft 1', 'Bea'));
    expect(line).toMatchObject({ kind: 'draft', name: 'Draft 1', who: 'Bea', object: version });
    expect(faultOf(await store.nameVersion(ID, version, ' ', 'Bea')).code).toBe('refused');
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p('Two.')]);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
});
