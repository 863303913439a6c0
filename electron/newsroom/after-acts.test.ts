import { describe, expect, test } from 'vitest';
import { p, releaseId } from '../../shared/testing/builders';
import { openNewsroom } from './store';
import { faultOf, temporaryFolders, valueOf } from './testing';
import { FIRST, ID, edited, kindsOf, newDesk, saveText } from './testing-desk';

const temporary = temporaryFolders();

/** A desk whose release is published at 09:00 on 22 November 2026. */
const published = async () => {
  const desk = await newDesk(await temporary());
  valueOf(await desk.store.publish(ID, 'Ada'));
  return desk;
};
type Desk = Awaited<ReturnType<typeof published>>;

/** What the archive reads: the public text's first paragraph, and the state. */
const publicFace = async ({ store }: Pick<Desk, 'store'>) => {
  const [found] = valueOf(await store.contents()).published;
  return found && { text: found.frozen.body, state: found.current.state, acts: found.current.publication?.after };
};
/** Begins a change and saves another text under it. */
const changing = async (desk: Desk, kind: 'corrected' | 'minor', text: string) => {
  const begun = valueOf(
    await desk.store.beginChange(ID, { kind, note: kind === 'corrected' ? 'Two, not one.' : '' }, 'Ada'),
  );
  await saveText(desk.store, { ...begun.release, body: [p(text)] });
};

describe('a correction', () => {
  test('opens the working text, and the public one stays until it is published with its note', async () => {
    const desk = await published();
    expect(faultOf(await desk.store.saveRelease(edited('Two.'), desk.version, 'Ada')).code).toBe('frozen');
    await changing(desk, 'corrected', 'Two.');
    expect(await publicFace(desk)).toEqual({ text: [p('One.')], state: 'published', acts: [] });

    desk.time.pass(60);
    const { release } = valueOf(await desk.store.publishChange(ID, 'Ben'));
    expect(release.state).toBe('corrected');
    expect(release.publication).toMatchObject({ by: 'Ada', at: '2026-11-22T09:00:00.000Z', change: null });
    expect(await publicFace(desk)).toEqual({
      text: [p('Two.')],
      state: 'corrected',
      acts: [
        {
          kind: 'corrected',
          at: '2026-11-22T09:01:00.000Z',
          by: 'Ben',
          version: release.publication?.version,
          note: 'Two, not one.',
        },
      ],
    });
    expect(await kindsOf(desk.store)).toEqual(expect.arrayContaining(['published', 'corrected']));
  });

  test('is the same after the newsroom was closed and opened', async () => {
    const desk = await published();
    await changing(desk, 'corrected', 'Two.');
    await desk.store.settled();
    const again = valueOf(await openNewsroom(desk.folder, desk.options));
    valueOf(await again.publishChange(ID, 'Ben'));
    expect(await publicFace({ store: again })).toMatchObject({ text: [p('Two.')], state: 'corrected' });
  });

  test('needs a note, and cannot be opened twice, nor before publication', async () => {
    const desk = await newDesk(await temporary());
    const begin = (note: string) => desk.store.beginChange(ID, { kind: 'corrected', note }, 'Ada');
    expect(faultOf(await begin('Two.')).code).toBe('refused');
    valueOf(await desk.store.publish(ID, 'Ada'));
    expect(faultOf(await begin(' ')).message).toContain('needs a note');
    valueOf(await begin('Two.'));
    expect(faultOf(await begin('Two.')).message).toContain('open already');
    expect(faultOf(await desk.store.publishChange(ID, ' ')).message).toContain('not said who');
  });

  test('given up, puts the public text back and keeps what was written', async () => {
    const desk = await published();
    await changing(desk, 'corrected', 'Two.');
    const { release } = valueOf(await desk.store.cancelChange(ID, 'Ada'));
    expect(release.body).toEqual([p('One.')]);
    expect(release.publication?.change).toBeNull();
    const lines = valueOf(await desk.store.versions(ID));
    const texts = await Promise.all(
      lines.map(async ({ object }) => valueOf(await desk.store.version(ID, object)).body),
    );
    expect(texts).toContainEqual([p('Two.')]);
    expect(faultOf(await desk.store.publishChange(ID, 'Ada')).message).toContain('No change');
  });

  test('of a text without a headline is not published', async () => {
    const desk = await published();
    const begun = valueOf(await desk.store.beginChange(ID, { kind: 'corrected', note: 'Gone.' }, 'Ada'));
    await saveText(desk.store, { ...begun.release, headline: ' ' });
    expect(faultOf(await desk.store.publishChange(ID, 'Ada')).message).toContain('The headline is missing.');
    expect(await publicFace(desk)).toMatchObject({ text: [p('One.')] });
  });
});

describe('a minor change', () => {
  test('is published without a note where no figure, name or quote changed', async () => {
    const desk = await published();
    await changing(desk, 'minor', 'One, and the paths are dry.');
    valueOf(await desk.store.publishChange(ID, 'Ada'));
    expect(await publicFace(desk)).toMatchObject({ text: [p('One, and the paths are dry.')] });
  });

  test('leaves the state as it is', async () => {
    const desk = await newDesk(await temporary());
    await saveText(desk.store, edited('There is one path.'));
    valueOf(await desk.store.publish(ID, 'Ada'));
    await changing(desk, 'minor', 'There is but one path.');
    valueOf(await desk.store.publishChange(ID, 'Ada'));
    const face = await publicFace(desk);
    expect(face).toMatchObject({ text: [p('There is but one path.')], state: 'published' });
    expect(face?.acts?.map(({ kind }) => kind)).toEqual(['minor']);
  });

  test('is refused where a figure changed, and may go on or be given up', async () => {
    const desk = await published();
    await changing(desk, 'minor', 'One of 12.');
    const fault = faultOf(await desk.store.publishChange(ID, 'Ada'));
    expect(fault.message).toContain('A figure is not what it was: “12”');
    expect(await publicFace(desk)).toMatchObject({ text: [p('One.')] });
    valueOf(await desk.store.cancelChange(ID, 'Ada'));
  });
});

describe('withdrawing', () => {
  test('keeps the address, with who, when and why; nothing can be changed after', async () => {
    const desk = await published();
    desk.time.pass(60);
    const { release } = valueOf(await desk.store.withdraw(ID, 'It named a witness.', 'Ben'));
    expect(release.state).toBe('withdrawn');
    expect(release.publication?.address).toBe('news/2026/11/new-paths.html');
    expect(release.publication?.after).toEqual([
      { kind: 'withdrawn', at: '2026-11-22T09:01:00.000Z', by: 'Ben', reason: 'It named a witness.' },
    ]);
    expect(faultOf(await desk.store.beginChange(ID, { kind: 'minor', note: '' }, 'Ada')).code).toBe('refused');
    expect(faultOf(await desk.store.withdraw(ID, 'Again.', 'Ada')).code).toBe('refused');
    expect((await kindsOf(desk.store)).at(-1)).toBe('withdrawn');
  });

  test('needs a reason, and gives up a change that is open', async () => {
    const desk = await published();
    expect(faultOf(await desk.store.withdraw(ID, ' ', 'Ada')).message).toContain('needs a reason');
    await changing(desk, 'corrected', 'Two.');
    const { release } = valueOf(await desk.store.withdraw(ID, 'Wrong.', 'Ada'));
    expect(release.body).toEqual([p('One.')]);
    expect(release.publication?.change).toBeNull();
  });
});

describe('replacing', () => {
  const OTHER = { ...FIRST, id: releaseId('r-other0001'), headline: 'Newer paths' };

  test('leads to another release that is public', async () => {
    const desk = await published();
    valueOf(await desk.store.addRelease(OTHER, 'created', 'Ada'));
    expect(faultOf(await desk.store.replace(ID, OTHER.id, 'New dates.', 'Ada')).message).toContain('that is public');
    valueOf(await desk.store.publish(OTHER.id, 'Ada'));
    expect(faultOf(await desk.store.replace(ID, ID, 'New dates.', 'Ada')).code).toBe('refused');
    const { release } = valueOf(await desk.store.replace(ID, OTHER.id, 'New dates.', 'Ada'));
    expect(release.state).toBe('replaced');
    expect(release.publication?.after.at(-1)).toMatchObject({ kind: 'replaced', release: OTHER.id });
  });

  test('is refused by one that is under embargo', async () => {
    const desk = await published();
    const embargo = { instant: '2027-01-01T00:00:00.000Z', zone: 'Europe/London' };
    valueOf(await desk.store.addRelease({ ...OTHER, embargo }, 'created', 'Ada'));
    valueOf(await desk.store.publish(OTHER.id, 'Ada'));
    expect(faultOf(await desk.store.replace(ID, OTHER.id, 'New dates.', 'Ada')).code).toBe('refused');
  });
});
