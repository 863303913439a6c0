import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    const first = valueOf(await desk.store.openRelease(ID)).release.publication?.version;
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
          earlier: first,
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

  test('is made a correction, with its text and a note, and not the other way round', async () => {
    const desk = await published();
    await changing(desk, 'minor', 'One of 12.');
    const begin = (kind: 'corrected' | 'minor', note: string) => desk.store.beginChange(ID, { kind, note }, 'Ben');
    expect(faultOf(await begin('minor', '')).message).toContain('open already');
    expect(faultOf(await begin('corrected', ' ')).message).toContain('needs a note');
    desk.time.pass(60);
    const { release } = valueOf(await begin('corrected', 'There are 12.'));
    expect(release.body).toEqual([p('One of 12.')]);
    expect(release.publication?.change).toEqual({
      kind: 'corrected',
      by: 'Ben',
      at: '2026-11-22T09:00:00.000Z',
      note: 'There are 12.',
    });
    expect(await publicFace(desk)).toMatchObject({ text: [p('One.')], acts: [] });
    expect(faultOf(await begin('minor', '')).message).toContain('open already');
    valueOf(await desk.store.publishChange(ID, 'Ben'));
    expect(await publicFace(desk)).toMatchObject({ text: [p('One of 12.')], state: 'corrected' });
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

describe('what it said before', () => {
  const changed = async (desk: Desk, text: string, withoutEarlier = false) => {
    const begun = valueOf(
      await desk.store.beginChange(
        ID,
        { kind: 'corrected', note: 'Put right.', ...(withoutEarlier ? { withoutEarlier: true as const } : {}) },
        'Ada',
      ),
    );
    await saveText(desk.store, { ...begun.release, body: [p(text)] });
    desk.time.pass(60);
    return valueOf(await desk.store.publishChange(ID, 'Ada')).release;
  };

  test('is named by each correction, and the archive has it', async () => {
    const desk = await published();
    await changed(desk, 'Two.');
    await changed(desk, 'Three.');
    const [found] = valueOf(await desk.store.contents()).published;
    const acts = (found?.current.publication?.after ?? []).flatMap((act) => (act.kind === 'corrected' ? [act] : []));
    const texts = acts.map(({ earlier }) => earlier && found?.earlier?.get(earlier)?.body);
    expect(texts).toEqual([[p('One.')], [p('Two.')]]);
  });

  test('is not named where the correction hides it', async () => {
    const desk = await published();
    const { publication } = await changed(desk, 'Two.', true);
    expect(publication?.after).toMatchObject([{ kind: 'corrected', withoutEarlier: true }]);
    expect(publication?.after[0]).not.toHaveProperty('earlier');
    expect(valueOf(await desk.store.contents()).published[0]?.earlier?.size).toBe(0);
  });

  test('that is damaged on the disk does not stop the archive', async () => {
    const desk = await published();
    const { publication } = await changed(desk, 'Two.');
    const [act] = publication?.after ?? [];
    const earlier = act?.kind === 'corrected' ? (act.earlier ?? '') : '';
    await writeFile(join(await desk.place(), 'history', 'objects', `${earlier}.json`), 'gone');
    const { published: all, unreadable } = valueOf(await desk.store.contents());
    expect([all.length, all[0]?.earlier?.size, unreadable]).toEqual([1, 0, []]);
  });
});

describe('another address', () => {
  const addressOf = async ({ store }: Pick<Desk, 'store'>, id = ID) => {
    const { publication } = valueOf(await store.openRelease(id)).release;
    return { address: publication?.address, formerly: publication?.formerly };
  };

  test('is made of words, and the old one is kept with when and by whom', async () => {
    const desk = await published();
    desk.time.pass(60);
    valueOf(await desk.store.changeAddress(ID, 'The new paths: open!', 'Ben'));
    expect(await addressOf(desk)).toEqual({
      address: 'news/2026/11/the-new-paths-open.html',
      formerly: [{ address: 'news/2026/11/new-paths.html', until: '2026-11-22T09:01:00.000Z', by: 'Ben' }],
    });
    const notes = valueOf(await desk.store.versions(ID)).map(({ note }) => note);
    expect(notes).toContain('Its address was news/2026/11/new-paths.html and is news/2026/11/the-new-paths-open.html');
  });

  test('is refused before publication, without words, and where another release stands or stood', async () => {
    const desk = await published();
    const other = { ...FIRST, id: releaseId('r-test0002'), headline: 'Old paths' };
    valueOf(await desk.store.addRelease(other, 'created', 'Ada'));
    const changing = (words: string, id = ID) => desk.store.changeAddress(id, words, 'Ada');
    expect(faultOf(await changing('Elsewhere', other.id)).message).toContain('working');
    valueOf(await desk.store.publish(other.id, 'Ada'));
    for (const words of ['', ' ', 'index', 'con'])
      expect(faultOf(await changing(words)).message).toContain('Nothing can stand');
    expect(faultOf(await changing('New paths')).message).toContain('already');
    expect(faultOf(await changing('Old Paths')).message).toContain('Another release');
    valueOf(await changing('Dry paths', other.id));
    expect(faultOf(await changing('Old paths')).message).toContain('stood');
    // Nor does one that is published get it.
    const third = { ...FIRST, id: releaseId('r-test0003'), headline: 'Old paths' };
    valueOf(await desk.store.addRelease(third, 'created', 'Ada'));
    valueOf(await desk.store.publish(third.id, 'Ada'));
    expect((await addressOf(desk, third.id)).address).toBe('news/2026/11/old-paths-2.html');
    expect(valueOf(await desk.store.addressesInUse()).size).toBe(4);
  });

  test('of a release that nobody knows of yet leaves nothing behind', async () => {
    const desk = await newDesk(await temporary());
    await saveText(desk.store, { ...FIRST, embargo: { instant: '2026-11-25T00:00:00.000Z', zone: 'Europe/London' } });
    valueOf(await desk.store.publish(ID, 'Ada'));
    valueOf(await desk.store.changeAddress(ID, 'Dry paths', 'Ada'));
    expect(await addressOf(desk)).toEqual({ address: 'news/2026/11/dry-paths.html', formerly: undefined });
  });
});

describe('the number at the end of an address', () => {
  const until = (instant: string) => ({ embargo: { instant, zone: 'Europe/London' } });
  /** Publishes releases of one headline in turn, and says where each stands in the end. */
  const inTurn = async (embargoes: readonly (string | null)[]) => {
    const desk = await newDesk(await temporary());
    const ids = embargoes.map((_, index) => releaseId(`r-twin000${index + 1}`));
    for (const [index, id] of ids.entries()) {
      const instant = embargoes[index] ?? null;
      const release = { ...FIRST, id, headline: 'Town twinned', ...(instant === null ? {} : until(instant)) };
      valueOf(await desk.store.addRelease(release, 'created', 'Ada'));
      valueOf(await desk.store.publish(id, 'Ada'));
    }
    const open = await Promise.all(ids.map(async (id) => valueOf(await desk.store.openRelease(id)).release));
    return open.map(({ publication }) =>
      publication?.address.slice('news/2026/11/town-twinned'.length, -'.html'.length),
    );
  };

  test('counts what is public, in the order in which it was published', async () => {
    expect(await inTurn([null, null, null])).toEqual(['', '-2', '-3']);
  });

  test('does not tell that a release with the same headline waits', async () => {
    expect(await inTurn(['2026-11-25T00:00:00.000Z', null])).toEqual(['-2', '']);
    expect(await inTurn(['2026-11-25T00:00:00.000Z', null, null])).toEqual(['-3', '', '-2']);
  });

  test('of two that wait is by which comes out first', async () => {
    const [first, second] = ['2026-11-25T00:00:00.000Z', '2026-11-26T00:00:00.000Z'];
    expect(await inTurn([second, first])).toEqual(['-2', '']);
    expect(await inTurn([first, second])).toEqual(['', '-2']);
    expect(await inTurn([second, first, null])).toEqual(['-3', '-2', '']);
  });
});
