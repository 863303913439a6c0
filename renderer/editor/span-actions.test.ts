import { $getSelection, $isRangeSelection } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import type { Quote } from '../../shared/quotes/model';
import { quoteDigest } from '../../shared/quotes/approval';
import type { Approval, Release, VersionHash } from '../../shared/release/model';
import { ok } from '../../shared/result';
import { p, release, speaker, storedQuote } from '../../shared/testing/builders';
import { type Session, createSession } from './session';
import { spanActions } from './span-actions';
import { $selectIn, change, headlessEditor, markedWords } from './testing';

const opened: Session[] = [];
afterEach(() => {
  for (const session of opened.splice(0)) session.stop();
});

const approval = (words: string, name: string, at: string): Approval => ({
  digest: quoteDigest(words, name, ''),
  words,
  speaker: name,
  role: '',
  approvedBy: 'Office',
  how: 'phone',
  at,
  recordedBy: 'Ada',
});

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
  const quote = (at: number): Quote => {
    const found = session.state().quotes[at];
    if (!found) throw new Error(`There is no quote ${String(at)}`);
    return found;
  };
  return {
    editor,
    session,
    quote,
    spans: spanActions({ session, editor }),
    words: () => session.state().quotes.map((each) => each.words),
    select: (block: number, start: number, end = start) => {
      change(editor, () => {
        $selectIn(block, start, end);
      });
    },
  };
};

const ONE = 'q-00000001';
const TWO = 'q-00000002';
const TEXT = 'Nia Prosser said: “We start today. We mean it.” She left.';
const nia = speaker('Nia Prosser');
const single = release({ body: [p(TEXT)], quotes: [storedQuote(ONE, [[0, 18, 47]], { speaker: nia })] });
/** Two quotes of one speaker in one paragraph. */
const PAIR = '“We start today.” It rained. “We mean it,” said Nia Prosser.';
const pair = (second = nia): Release =>
  release({
    body: [p(PAIR)],
    quotes: [
      storedQuote(ONE, [[0, 0, 17]], { speaker: nia, approvals: [approval('“We start today.”', 'Nia Prosser', '2026-11-02T00:00:00.000Z')] }), // prettier-ignore
      storedQuote(TWO, [[0, 29, 42]], { speaker: second, approvals: [approval('“We mean it,”', second.name, '2026-11-01T00:00:00.000Z')] }), // prettier-ignore
    ],
  });

describe('the selected words', () => {
  test('become the quote’s, are no longer fitted to the marks, and are saved so', () => {
    const { editor, session, quote, spans, words, select } = desk(single);
    select(0, 18, 34);
    expect(spans.useSelection(quote(0))).toEqual(ok(ONE));
    expect(words()).toEqual(['“We start today.', 'We mean it.”']);
    expect(markedWords(editor, ONE)).toEqual(['“We start today.']);
    expect(session.release().quotes).toMatchObject([
      { id: ONE, spanByHand: true, ranges: [{ block: 0, start: 18, end: 34 }], speaker: nia },
    ]);
  });

  test('can be a quote that no mark shows', () => {
    const { session, spans, words, select } = desk(release({ body: [p('We start today, Nia Prosser wrote.')] }));
    select(0, 0, 14);
    expect(spans.useSelection(null).ok).toBe(true);
    expect(words()).toEqual(['We start today']);
    expect(session.release().quotes).toMatchObject([{ spanByHand: true, ranges: [{ start: 0, end: 14 }] }]);
  });

  test('are asked for where none are selected, and are not taken from another quote', () => {
    const { quote, spans, words, select } = desk(pair());
    select(0, 3);
    expect(spans.useSelection(quote(0))).toMatchObject({
      ok: false,
      fault: expect.stringContaining('Select the words') as string,
    });
    select(0, 0, 35);
    expect(spans.useSelection(quote(0))).toMatchObject({
      ok: false,
      fault: expect.stringContaining('another quote') as string,
    });
    expect(words()).toEqual(['“We start today.”', '“We mean it,”']);
  });

  test('go back to the marks when they are let go', () => {
    const { quote, session, spans, words, select } = desk(single);
    select(0, 18, 34);
    spans.useSelection(quote(0));
    spans.fitToMarks(quote(0));
    expect(words()).toEqual(['“We start today. We mean it.”']);
    expect(session.release().quotes[0]?.spanByHand).toBeUndefined();
  });

  test('stay the quote’s through typing elsewhere', () => {
    const { editor, quote, spans, words, select, session } = desk(single);
    select(0, 18, 34);
    spans.useSelection(quote(0));
    change(editor, () => {
      $selectIn(0, 0);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('Ms ');
    });
    session.setContext({ people: [], approvals: 'persons' });
    expect(markedWords(editor, ONE)).toEqual(['“We start today.']);
    expect(words()).toEqual(['“We start today.', 'We mean it.”']);
  });
});

describe('two quotes', () => {
  test('of one speaker become one, with all approvals kept', () => {
    const { editor, quote, session, spans, words } = desk(pair());
    expect(spans.mergeWithNext(quote(0))).toEqual(ok(ONE));
    expect(words()).toEqual(['“We start today.” “We mean it,”']);
    expect(markedWords(editor, TWO)).toEqual([]);
    const { quotes } = session.release();
    expect(quotes.map(({ id }) => id)).toEqual([ONE]);
    expect(quotes[0]?.approvals.map((each) => each.words)).toEqual(['“We mean it,”', '“We start today.”']);
  });

  test.each([
    ['in German marks', '„Wir fangen an“, sagte sie. „Wir meinen es.“', ['„Wir fangen an“', '„Wir meinen es.“']],
    [
      'in guillemets that point inwards',
      '»Wir fangen an«, sagte sie. »Wir meinen es.«',
      ['»Wir fangen an«', '»Wir meinen es.«'],
    ],
    ['without marks', 'We start today, she wrote. We mean it, she added.', ['We start today', 'We mean it']],
  ])('become one without the words between them, %s, also once it was saved and opened', (_, text, said) => {
    const at = (words: string) => [0, text.indexOf(words), text.indexOf(words) + words.length] as const;
    const quotes = said.map((words, i) =>
      storedQuote(`q-0000000${String(i + 1)}`, [at(words)], { speaker: nia, spanByHand: true }),
    );
    const { editor, quote, session, spans, words, select } = desk(release({ body: [p(text)], quotes }));
    expect(words()).toEqual(said);
    spans.mergeWithNext(quote(0));
    expect(words()).toEqual([said.join(' ')]);
    select(0, text.length);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(' So.');
    });
    expect(session.release().quotes.map(({ ranges }) => ranges.length)).toEqual([2]);
    expect(desk(session.release()).words()).toEqual([said.join(' ')]);
  });

  test('of which one holds the words of two people stay two', () => {
    const [ONES, TWOS] = ['“We start', ' and we never stop, come rain or shine.”'];
    const text = `“We mean it,” said Nia Prosser. Then: ${ONES}${TWOS}`;
    const at = text.indexOf(ONES);
    const { quote, spans, words } = desk(
      release({
        body: [p(text)],
        quotes: [
          storedQuote('q-00000003', [[0, 0, 13]], { speaker: nia }),
          storedQuote(ONE, [[0, at, at + ONES.length]], { speaker: nia }),
          storedQuote(TWO, [[0, at + ONES.length, text.length]], { speaker: speaker('Owen Bell') }),
        ],
      }),
    );
    expect(quote(1).ofTwo).toBe(true);
    expect(spans.mergeWithNext(quote(0)).ok).toBe(false);
    expect(words()).toHaveLength(2);
  });

  test('of two speakers stay two', () => {
    const { quote, spans, words } = desk(pair(speaker('Owen Bell')));
    expect(spans.mergeWithNext(quote(0))).toMatchObject({
      ok: false,
      fault: expect.stringContaining('Owen Bell') as string,
    });
    expect(words()).toHaveLength(2);
  });

  test('are not made of the last one', () => {
    const { quote, spans } = desk(single);
    expect(spans.mergeWithNext(quote(0)).ok).toBe(false);
  });

  test('come of one at the caret, with the same speaker; approvals stay with the first', () => {
    const { quote, session, spans, words, select } = desk(single);
    select(0, 34);
    expect(spans.splitAtCaret(quote(0)).ok).toBe(true);
    expect(words()).toEqual(['“We start today.', 'We mean it.”']);
    expect(
      session.release().quotes.map((each) => [each.spanByHand, each.speaker?.name, each.approvals.length]),
    ).toEqual([
      [true, 'Nia Prosser', 0],
      [true, 'Nia Prosser', 0],
    ]);
    expect(spans.mergeWithNext(quote(0)).ok).toBe(true);
    expect(words()).toHaveLength(1);
  });

  test('do not come of a caret that stands elsewhere', () => {
    const { quote, spans, words, select } = desk(single);
    select(0, 4);
    expect(spans.splitAtCaret(quote(0)).ok).toBe(false);
    expect(words()).toHaveLength(1);
  });
});
