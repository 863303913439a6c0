import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fault } from '../../shared/fault';
import { notQuotes } from '../../shared/quotes/resolve';
import { parseRelease } from '../../shared/release/parse';
import type { Release, VersionHash } from '../../shared/release/model';
import { failed, ok } from '../../shared/result';
import { p, release, speaker, withBody } from '../../shared/testing/builders';
import { $fromRelease } from './from-release';
import { aQuoteAfterAll, notAQuote, withApproval, withSpeaker } from './quote-facts';
import { type Session, type SessionParts, createSession } from './session';
import { $selectIn, change, headlessEditor, markedWords, undo } from './testing';

const hash = (count: number): VersionHash => String(count).padStart(64, '0') as VersionHash;
const APPROVAL = {
  approvedBy: 'Ann Bright',
  how: 'phone',
  at: '2026-11-20T16:20:00.000Z',
  recordedBy: 'Test Writer',
} as const;
const QUOTED = '“We begin today, and we mean it.”';
const BODY = [p('The work starts in May.'), p(`${QUOTED} said Ann Bright.`)];

const opened: Session[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T16:00:00.000Z') });
});
afterEach(() => {
  for (const session of opened.splice(0)) session.stop();
  vi.useRealTimers();
});

/** A desk as the page sets it up, with saves that count their versions. */
const desk = (start: Release = withBody(...BODY), more: Partial<SessionParts> = {}) => {
  const editor = headlessEditor(start.body, start.quotes);
  const saves: { readonly release: Release; readonly after: VersionHash }[] = [];
  let broken = false;
  const saved: Release[] = [];
  const kept: Release[] = [];
  const session = createSession({
    open: { release: start, version: hash(0) },
    editor,
    context: { people: [], approvals: 'persons' },
    save: (now, after) => {
      saves.push({ release: now, after });
      return Promise.resolve(
        broken ? failed(fault('disk', 'The disk is full.', { kept: true })) : ok(hash(saves.length)),
      );
    },
    keep: (now) => {
      kept.push(now);
      return Promise.resolve(ok(null));
    },
    onSaved: (now) => {
      saved.push(now);
    },
    ...more,
  });
  opened.push(session);
  editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) session.bodyChanged();
  });
  const only = () => {
    const [quote, ...others] = session.state().quotes;
    if (!quote || others.length > 0) throw new Error('there is not one quote alone');
    return quote;
  };
  return {
    editor,
    session,
    saves,
    saved,
    kept,
    only,
    breaks: (is: boolean) => {
      broken = is;
    },
    accept: () => {
      session.settle(only(), withSpeaker(speaker('Ann Bright')));
    },
    approve: () => {
      session.settle(only(), withApproval(APPROVAL, only().words));
    },
  };
};

/** Puts words in the place of part of a block, and waits until the quotes are found again, twice where a fact is bound anew. */
const write = async (
  editor: LexicalEditor,
  block: number,
  start: number,
  end: number,
  words: string,
): Promise<void> => {
  change(editor, () => {
    $selectIn(block, start, end);
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText(words);
  });
  await vi.advanceTimersByTimeAsync(300);
};

test('a session that is begun as its editor is being made has the text and the quotes from the beginning', () => {
  const editor = headlessEditor();
  // As the page makes it: what the editor begins with is not in it yet.
  editor.update(() => $fromRelease(BODY, []), { tag: 'history-merge' });
  const given = { editor, context: { people: [], approvals: 'persons' as const } };
  const session = createSession({
    open: { release: withBody(...BODY), version: hash(0) },
    ...given,
    save: () => Promise.resolve(ok(hash(1))),
    keep: () => Promise.resolve(ok(null)),
    onSaved: () => undefined,
  });
  opened.push(session);
  expect(session.state().body.blocks).toEqual(BODY);
  expect(session.state().quotes.map(({ words }) => words)).toEqual([QUOTED]);
});

describe('settling a quote', () => {
  test('makes it a stored quote with the place of its words', () => {
    const { session, only, accept } = desk();
    expect(only()).toMatchObject({ key: 'found:1:0', stored: null, words: QUOTED, status: 'no speaker' });
    accept();
    expect(only()).toMatchObject({
      words: QUOTED,
      status: 'needs approval',
      stored: { speaker: { name: 'Ann Bright' } },
    });
    const { quotes } = session.release();
    expect(quotes).toMatchObject([{ id: only().key, ranges: [{ block: 1, start: 0, end: QUOTED.length }] }]);
    expect(parseRelease(session.release())).toEqual(ok(session.release()));
  });

  test('an approval lapses with a comma and is back when the comma is', async () => {
    const { editor, only, accept, approve } = desk();
    accept();
    approve();
    expect(only().status).toBe('approved');
    const comma = QUOTED.indexOf(',');
    await write(editor, 1, comma, comma + 1, '');
    expect(only().status).toBe('changed since approval');
    await write(editor, 1, comma, comma, ',');
    expect(only().status).toBe('approved');
  });

  test('its facts go with the words when a paragraph is put before them', async () => {
    const { editor, session, only, accept } = desk();
    accept();
    change(editor, () => {
      $selectIn(0, 3);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(only().stored?.speaker?.name).toBe('Ann Bright');
    expect(session.release().quotes[0]?.ranges).toEqual([{ block: 2, start: 0, end: QUOTED.length }]);
  });

  test('its facts are bound to the same words again when an undo goes back to before it was settled', async () => {
    const { editor, session, only, accept } = desk();
    await write(editor, 0, 0, 3, 'All the');
    accept();
    const id = only().key;
    await undo(editor);
    expect(markedWords(editor, id)).toEqual([]);
    await vi.advanceTimersByTimeAsync(240);
    expect(session.release().body).toEqual(BODY);
    expect(markedWords(editor, id)).toEqual([QUOTED]);
    expect(only()).toMatchObject({ key: id, status: 'needs approval' });
  });

  test('its facts are kept while the words are gone, and come back with them', async () => {
    const { editor, session, only, accept } = desk();
    accept();
    const id = only().key;
    await write(editor, 1, 0, QUOTED.length, '');
    expect(session.state().quotes).toEqual([]);
    expect(session.release().quotes).toMatchObject([{ id, ranges: [], speaker: { name: 'Ann Bright' } }]);
    await write(editor, 1, 0, 0, QUOTED);
    expect(only()).toMatchObject({ key: id, status: 'needs approval' });
  });

  test('its facts do not go to the same words of somebody else once it is deleted, nor after it is opened again', async () => {
    const [ann, tom] = ['Ann Bright', 'Tom Cole'].map((name) => `${QUOTED} said ${name}.`) as [string, string];
    const { editor, session, accept, approve } = desk(withBody(p(ann), p('News.')));
    accept();
    approve();
    await write(editor, 0, 0, ann.length, 'Nothing.');
    const again = desk(session.release());
    const ofSomebodyElse = { words: QUOTED, stored: null, status: 'no speaker' };
    for (const each of [{ editor, session }, again]) {
      await write(each.editor, 1, 0, 5, tom);
      expect(each.session.state().quotes).toMatchObject([ofSomebodyElse]);
    }
  });

  test('“not a quote” of deleted words does not hide the same words elsewhere', async () => {
    const { editor, session, only } = desk(withBody(p('He said it was “a safe bet for all”.'), p('Nothing.')));
    session.settle(only(), notAQuote);
    await write(editor, 0, 0, 36, 'Nothing.');
    await write(editor, 1, 0, 8, 'Tom Cole said it was “a safe bet for all”.');
    expect(only()).toMatchObject({ stored: null, status: 'no speaker' });
  });

  test('its facts stay with it where its closing mark was missing for a while, and it was saved and opened again', async () => {
    const longer = '“No, we shall not do that, neither now nor in all the years to come.”';
    const start = withBody(p('Ann Bright said:'), p('“We shall not go.”'), p(''), p(longer), p('said Tom Cole.'));
    const { editor, session } = desk(start);
    for (const [index, name] of ['Ann Bright', 'Tom Cole'].entries()) {
      const quote = session.state().quotes[index];
      if (quote) session.settle(quote, withSpeaker(speaker(name)));
    }
    await write(editor, 1, 13, 18, ' stay');
    expect(session.state().quotes.map(({ status }) => status)).toEqual(['no speaker']);
    const again = desk(session.release());
    await write(again.editor, 1, 13, 18, ' go.”');
    const whose = again.session.state().quotes.map(({ words, stored }) => [words, stored?.speaker?.name]);
    expect(whose).toEqual([
      ['“We shall not go.”', 'Ann Bright'],
      [longer, 'Tom Cole'],
    ]);
  });

  test('its facts stay with it when a longer quote is written behind it', async () => {
    const { editor, session, only, accept } = desk(withBody(p('“No.”')));
    accept();
    const id = only().key;
    for (const [index, key] of [...' Then: “Yes, and we shall begin on Monday.”'].entries())
      await write(editor, 0, 5 + index, 5 + index, key);
    expect(session.state().quotes.map(({ key, words }) => [key, words])).toEqual([
      [id, '“No.”'],
      ['found:0:12', '“Yes, and we shall begin on Monday.”'],
    ]);
  });

  test('its facts stay with it when a longer quote is pasted behind it, and words before it', async () => {
    const { editor, session, only, accept } = desk(withBody(p('“We shall not go.”')));
    accept();
    const id = only().key;
    const shown = (): (readonly [string, string])[] => session.state().quotes.map(({ key, words }) => [key, words]);
    await write(editor, 0, 18, 18, ' He said: “Yes, and we shall begin on Monday.”');
    const behind = '“Yes, and we shall begin on Monday.”';
    expect(shown()).toEqual([
      [id, '“We shall not go.”'],
      ['found:0:28', behind],
    ]);
    expect(session.release().quotes.map(({ ranges }) => ranges)).toEqual([[{ block: 0, start: 0, end: 18 }]]);
    await write(editor, 0, 0, 0, 'She said: ');
    await write(editor, 0, 20, 23, 'never');
    expect(shown()).toEqual([
      [id, '“We shall never go.”'],
      ['found:0:40', behind],
    ]);
  });

  test('its facts are saved where they belong when a paste is saved at once', () => {
    const { editor, session, only, accept } = desk(withBody(p('“No.”')));
    accept();
    change(editor, () => {
      $selectIn(0, 5);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(' Then: “Yes, and we shall begin on Monday.”');
    });
    expect(session.release().quotes).toMatchObject([{ id: only().key, ranges: [{ block: 0, start: 0, end: 5 }] }]);
  });

  test('“not a quote” does not spread to a quote written behind it', async () => {
    const { editor, session, only } = desk(withBody(p('“No.”')));
    session.settle(only(), notAQuote);
    await write(editor, 0, 5, 5, ' Then: “Yes, and we shall begin on Monday.”');
    expect(only().words).toBe('“Yes, and we shall begin on Monday.”');
  });

  test('a quote that is still open takes in what is typed on', async () => {
    const { editor, only, accept } = desk(withBody(p('“We begin')));
    accept();
    const id = only().key;
    await write(editor, 0, 9, 9, ' today');
    expect(only()).toMatchObject({ key: id, words: '“We begin today' });
    await write(editor, 0, 15, 15, '.” Then');
    expect(only()).toMatchObject({ key: id, words: '“We begin today.”' });
  });

  test('“not a quote” hides it, is saved, and can be taken back', async () => {
    const { editor, session, only } = desk();
    const quote = only();
    session.settle(quote, notAQuote);
    expect(session.state().quotes).toEqual([]);
    await write(editor, 0, 0, 3, 'All the');
    expect(session.state().quotes).toEqual([]);
    const [denied] = notQuotes(session.release());
    expect(denied).toMatchObject({ words: QUOTED, stored: { notAQuote: true } });
    if (!denied) throw new Error('it is gone');
    session.changeFact(denied.stored.id, aQuoteAfterAll);
    expect(only()).toMatchObject({ key: denied.stored.id, words: QUOTED });
  });
});

describe('saving what is on the desk', () => {
  test('a change of the body is saved once it is quiet, each save upon the one before', async () => {
    const { editor, session, saves, saved } = desk();
    await write(editor, 0, 0, 3, 'All the');
    await vi.advanceTimersByTimeAsync(1_000);
    await write(editor, 0, 0, 3, 'Most');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saves.map(({ after }) => after)).toEqual([hash(0), hash(1)]);
    expect(saves.map((each) => each.release.body[0]?.runs)).toEqual([
      [{ text: 'All the work starts in May.' }],
      [{ text: 'Most the work starts in May.' }],
    ]);
    expect(saved).toEqual(saves.map((each) => each.release));
    expect(session.state().save).toMatchObject({ kind: 'saved' });
  });

  test('a change of the fields is saved with the body as it is', async () => {
    const { session, saves } = desk();
    session.setFields({ headline: 'New head' });
    expect(session.state().fields.headline).toBe('New head');
    expect(await session.flush()).toBe(true);
    expect(saves).toHaveLength(1);
    expect(saves[0]?.release).toEqual({ ...withBody(...BODY), headline: 'New head' });
  });

  test('nothing is said to be saved at a time where nothing was written', async () => {
    const { session, saves } = desk();
    session.setFields({});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saves).toEqual([]);
    expect(session.state().save).toEqual({ kind: 'saved', at: null });
  });

  test('a save that fails is said to have failed, and is done once it can be', async () => {
    const { session, saves, breaks, saved } = desk();
    breaks(true);
    session.setFields({ headline: 'New head' });
    expect(await session.flush()).toBe(false);
    expect(session.state().save).toMatchObject({ kind: 'failed', message: 'The disk is full.' });
    expect(saved).toEqual([]);
    breaks(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(session.state().save).toMatchObject({ kind: 'saved' });
    expect(saves.map(({ after }) => after)).toEqual([hash(0), hash(0)]);
  });

  test('words that were kept and taken back before they were saved are taken away by a save', async () => {
    const { session, saves, kept } = desk();
    for (const headline of ['N', 'Ne', 'New', 'New ']) {
      session.setFields({ headline });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept.map(({ headline }) => headline)).toEqual(['New']);
    session.setFields({ headline: withBody(...BODY).headline });
    await vi.advanceTimersByTimeAsync(10_000);
    // Kept once more within 300 ms, then saved: what is kept on this computer goes with that.
    expect(saves.at(-1)?.release).toEqual(withBody(...BODY));
    const count = saves.length;
    session.setFields({ headline: 'New' });
    session.setFields({ headline: withBody(...BODY).headline });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(count);
  });

  test('while a save fails what is typed is kept, with the version it stands on', async () => {
    const { session, breaks, kept } = desk();
    breaks(true);
    session.setFields({ headline: 'New head' });
    expect(await session.flush()).toBe(false);
    session.setFields({ headline: 'New headline' });
    await vi.advanceTimersByTimeAsync(300);
    expect(kept.map(({ headline }) => headline)).toEqual(['New headline']);
  });

  test('words that are refused at the door are kept at once, without a further key', async () => {
    const { session, kept } = desk(withBody(...BODY), {
      save: () => Promise.resolve(failed(fault('refused', 'Something in it cannot be saved.'))),
    });
    session.setFields({ headline: 'New head' });
    expect(await session.flush()).toBe(false);
    expect(kept.map(({ headline }) => headline)).toEqual(['New head']);
    expect(session.state().save).toMatchObject({ kind: 'failed', kept: true });
  });

  test('words that were refused because the text on disk is another one are not handed over twice', async () => {
    const handed: string[] = [];
    const { session } = desk(withBody(...BODY), {
      save: ({ headline }) => {
        handed.push(headline);
        return Promise.resolve(failed(fault('conflict', 'It was changed elsewhere.', { kept: true })));
      },
    });
    session.setFields({ headline: 'New head' });
    expect(await session.flush()).toBe(false);
    expect(await session.flush()).toBe(false);
    expect(session.state().save).toMatchObject({ kind: 'failed', needsChoice: true, kept: true });
    session.setFields({ headline: 'New headline' });
    expect(await session.flush()).toBe(false);
    expect(handed).toEqual(['New head', 'New headline']);
  });

  test('recovered words that could not be saved when they were opened are saved without a key', async () => {
    const { saves } = desk(withBody(...BODY), { isUnsaved: true });
    await vi.advanceTimersByTimeAsync(300);
    expect(saves).toMatchObject([{ release: withBody(...BODY), after: hash(0) }]);
  });

  test.each([
    ['saved', undefined],
    ['kept', true],
    ['unsafe', false],
  ])('says before anything is left that the words are %s', async (said, kept) => {
    const { session } = desk(withBody(...BODY), {
      save: () => Promise.resolve(kept === undefined ? ok(hash(1)) : failed(fault('disk', 'No.', { kept }))),
    });
    session.setFields({ headline: 'New head' });
    expect(await session.bringHome()).toBe(said);
  });

  test('nothing is saved where nothing changed, nor where the release may not be edited', async () => {
    const still = desk();
    expect(await still.session.flush()).toBe(true);
    expect(still.saves).toEqual([]);
    const published = desk(release({ state: 'published', body: BODY }));
    published.session.bodyChanged();
    expect(await published.session.flush()).toBe(true);
    expect(published.saves).toEqual([]);
  });

  test('listeners hear of changes until they leave', () => {
    const { session } = desk();
    const heard: string[] = [];
    const leave = session.subscribe(() => heard.push(session.state().fields.headline));
    session.setFields({ headline: 'One' });
    expect(heard[0]).toBe('One');
    leave();
    const before = heard.length;
    session.setFields({ headline: 'Two' });
    expect(heard).toHaveLength(before);
  });

  test('a new rule for approvals shows at once', () => {
    const { session, only, accept } = desk();
    accept();
    session.setContext({ people: [], approvals: 'nobody' });
    expect(only().status).toBe('no approval needed');
  });
});
