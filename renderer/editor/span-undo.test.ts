import { $getSelection, $isRangeSelection } from 'lexical';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { quoteDigest } from '../../shared/quotes/approval';
import { notQuotes } from '../../shared/quotes/resolve';
import type { Quote } from '../../shared/quotes/model';
import type { Approval, Release, VersionHash } from '../../shared/release/model';
import { ok } from '../../shared/result';
import { p, release, speaker, storedQuote } from '../../shared/testing/builders';
import { aQuoteAfterAll, notAQuote, withApproval, withSpeaker } from './quote-facts';
import { type Session, createSession } from './session';
import { spanActions } from './span-actions';
import { $selectIn, change, headlessEditor, markedWords, redo, undo } from './testing';

/* What is said of where quotes begin and end is one step of undo, and what a person settled meanwhile outlasts it. */

const opened: Session[] = [];
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const session of opened.splice(0)) session.stop();
  vi.useRealTimers();
});

const ONE = 'q-00000001';
const TWO = 'q-00000002';
const nia = speaker('Nia Prosser');
const owen = speaker('Owen Bell');
const START = '“We start today.”';
const MEAN = '“We mean it,”';
const BY_OFFICE = { approvedBy: 'Office', how: 'phone', at: '2026-11-02T00:00:00.000Z', recordedBy: 'Ada' } as const;
const approval = (words: string): Approval => ({
  ...BY_OFFICE,
  digest: quoteDigest(words, nia.name, nia.role),
  words,
  speaker: nia.name,
  role: nia.role,
});
const pair = release({
  body: [p(`${START} It rained. ${MEAN} said Nia Prosser.`)],
  quotes: [
    storedQuote(ONE, [[0, 0, 17]], { speaker: nia, approvals: [approval(START)] }),
    storedQuote(TWO, [[0, 29, 42]], { speaker: nia, approvals: [approval(MEAN)] }),
  ],
});
const bare = release({ body: [p('Nia Prosser said: “We start today. We mean it.” She left.')] });

const desk = (start: Release) => {
  const editor = headlessEditor(start.body, start.quotes);
  const session = createSession({
    open: { release: start, version: '0'.repeat(64) as VersionHash },
    editor,
    context: { people: [], approvals: 'persons' },
    save: () => Promise.resolve(ok('1'.repeat(64) as VersionHash)),
    keep: () => Promise.resolve(ok(null)),
    onSaved: () => undefined,
  });
  opened.push(session);
  editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) session.bodyChanged();
  });
  const quote = (at: number): Quote => {
    const found = session.state().quotes[at];
    if (!found) throw new Error(`There is no quote ${String(at)}`);
    return found;
  };
  const found = () => vi.advanceTimersByTimeAsync(120);
  return {
    editor,
    session,
    quote,
    spans: spanActions({ session, editor }),
    words: () => session.state().quotes.map((each) => each.words),
    /** Puts the caret, or a selection, into the first block: no step of undo. */
    select: (from: number, to = from) => {
      editor.update(
        () => {
          $selectIn(0, from, to);
        },
        { discrete: true },
      );
    },
    back: async () => {
      await undo(editor);
      await found();
    },
    again: async () => {
      await redo(editor);
      await found();
    },
    typed: async (at: number, words: string) => {
      change(editor, () => {
        $selectIn(0, at);
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(words);
      });
      await found();
    },
  };
};

describe('one undo takes back', () => {
  test('a merge, and redo makes it again', async () => {
    const { editor, quote, session, spans, words, back, again } = desk(pair);
    const before = session.release();
    spans.mergeWithNext(quote(0));
    const after = session.release();
    expect(words()).toEqual([`${START} ${MEAN}`]);
    await back();
    expect(words()).toEqual([START, MEAN]);
    expect(session.release()).toEqual(before);
    expect(session.state().quotes.map(({ status }) => status)).toEqual(['approved', 'approved']);
    await again();
    expect(session.release()).toEqual(after);
    expect(markedWords(editor, TWO)).toEqual([]);
  });

  test('a split', async () => {
    const { quote, session, spans, words, select, back, again } = desk(bare);
    select(34);
    spans.splitAtCaret(quote(0));
    expect(words()).toEqual(['“We start today.', 'We mean it.”']);
    await back();
    expect(words()).toEqual(['“We start today. We mean it.”']);
    expect(session.release()).toEqual(bare);
    await again();
    expect(words()).toEqual(['“We start today.', 'We mean it.”']);
  });

  test('another span, and the marks let go again', async () => {
    const { quote, spans, words, select, back } = desk(pair);
    select(0, 9);
    spans.useSelection(quote(0));
    expect(words()).toEqual(['“We start', 'today.”', MEAN]);
    spans.fitToMarks(quote(0));
    expect(words()).toEqual([START, MEAN]);
    await back();
    expect(words()).toEqual(['“We start', 'today.”', MEAN]);
    await back();
    expect(words()).toEqual([START, MEAN]);
  });

  test('that it is not a quote, and that it is one after all', async () => {
    const { quote, session, words, back } = desk(pair);
    const denied = () => notQuotes({ body: session.state().body.blocks, quotes: session.release().quotes });
    session.settle(quote(0), notAQuote, 'as a step');
    expect(words()).toEqual([MEAN]);
    for (const { stored } of denied()) session.changeFact(stored.id, aQuoteAfterAll, 'as a step');
    expect(words()).toEqual([START, MEAN]);
    await back();
    expect(words()).toEqual([MEAN]);
    expect(denied()).toHaveLength(1);
    await back();
    expect(words()).toEqual([START, MEAN]);
    expect(session.release()).toEqual(pair);
  });

  test('each step by itself, what was typed between them included', async () => {
    const { quote, spans, words, typed, back, again } = desk(pair);
    spans.mergeWithNext(quote(0));
    await typed(4, 'all ');
    expect(words()).toEqual([`“We all start today.” ${MEAN}`]);
    await back();
    expect(words()).toEqual([`${START} ${MEAN}`]);
    await back();
    expect(words()).toEqual([START, MEAN]);
    await again();
    await again();
    expect(words()).toEqual([`“We all start today.” ${MEAN}`]);
  });
});

describe('what was settled after a step', () => {
  test('an approval is kept, though the quote it was of was made by the step', async () => {
    const { quote, session, spans, select, back, again } = desk(bare);
    select(34);
    spans.splitAtCaret(quote(0));
    session.settle(quote(0), withSpeaker(owen));
    session.settle(quote(0), withApproval(BY_OFFICE, '“We start today.'));
    await back();
    const { quotes } = session.release();
    expect(quotes.map(({ ranges, approvals }) => [ranges.length, approvals.length])).toEqual([[0, 1]]);
    await again();
    expect(session.state().quotes.map(({ stored, status }) => [stored?.speaker?.name, status])).toEqual([
      ['Owen Bell', 'approved'],
      [undefined, 'no speaker'],
    ]);
  });

  test('an approval recorded on merged words is kept on the first when they are two again', async () => {
    const { quote, session, spans, back } = desk(pair);
    spans.mergeWithNext(quote(0));
    session.settle(quote(0), withApproval(BY_OFFICE, quote(0).words));
    session.settle(quote(0), withSpeaker(owen));
    await back();
    const [one, two] = session.release().quotes;
    expect(one?.approvals.map(({ words }) => words)).toEqual([START, `${START} ${MEAN}`]);
    expect([one?.speaker?.name, two?.speaker?.name]).toEqual(['Owen Bell', 'Nia Prosser']);
    expect(two?.approvals.map(({ words }) => words)).toEqual([MEAN]);
  });

  test('of another quote is left alone', async () => {
    const { quote, session, spans, select, back } = desk(pair);
    select(0, 9);
    spans.useSelection(quote(0));
    session.settle(quote(2), withSpeaker(owen));
    await back();
    expect(session.release().quotes.map((each) => each.speaker?.name)).toEqual(['Nia Prosser', 'Owen Bell']);
  });
});
