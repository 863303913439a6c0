import { describe, expect, test } from 'vitest';
import { checkQuotes } from '../../shared/quotes/checks';
import type { Block, StoredQuote, VersionHash } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { ok } from '../../shared/result';
import { p, speaker, storedQuote, withBody } from '../../shared/testing/builders';
import { quoteActions } from './quote-actions';
import { withApproval } from './quote-facts';
import { createSession } from './session';
import { $blockAt, bodyOf, change, headlessEditor, undo } from './testing';

const UNCLOSED = 'Council leader Ruth Attwater said: “We start today. ';

const desk = (body: readonly Block[], quotes: readonly StoredQuote[] = []) => {
  const release = { ...withBody(...body), headline: 'Work', quotes };
  const editor = headlessEditor(body, quotes);
  const session = createSession({
    open: { release, version: '0'.repeat(64) as VersionHash },
    editor,
    context: { people: [], approvals: 'persons' },
    save: () => Promise.resolve(ok('0'.repeat(64) as VersionHash)),
    keep: () => Promise.resolve(ok(null)),
    onSaved: () => undefined,
  });
  const actions = quoteActions({ session, editor, people: [], who: 'Anwen', savePerson: () => Promise.resolve(true) });
  session.stop();
  return { release, editor, session, actions, words: () => bodyOf(editor).blocks.map(blockText) };
};

test('what is put right stands in the text, and undo takes it back', async () => {
  const { release, editor, session, actions, words } = desk([p(UNCLOSED)]);
  const [finding] = checkQuotes(release, session.state().quotes, []);
  expect(finding?.code).toBe('mark-unclosed');
  if (finding?.fix) actions.fix(finding.fix.says, finding.fix.edit);
  await Promise.resolve();
  expect(words()).toEqual(['Council leader Ruth Attwater said: “We start today.” ']);
  await undo(editor);
  expect(words()).toEqual([UNCLOSED]);
});

describe('approved words', () => {
  const [APPROVED, NOW] = ['“We start today.”', '“We start now.”'];
  const approved = withApproval(
    { approvedBy: 'Ruth Attwater', how: 'phone', at: '2026-05-01T10:00:00.000Z', recordedBy: 'Anwen' },
    APPROVED,
  )(storedQuote('q-00000001', [[0, 0, NOW.length]], { speaker: speaker('Ruth Attwater') }));

  test('are put back in their place', async () => {
    const { session, actions, words } = desk([p(`${NOW} She left.`)], [approved]);
    const [quote] = session.state().quotes;
    if (quote) actions.restore(quote);
    await Promise.resolve();
    expect(words()).toEqual([`${APPROVED} She left.`]);
  });

  test('are not put over others where the text has changed since the quote was found', async () => {
    const { editor, session, actions, words } = desk([p(`${NOW} She left.`)], [approved]);
    const [quote] = session.state().quotes;
    change(editor, () => {
      $blockAt(0).selectStart().insertText('At noon: ');
    });
    if (quote) actions.restore(quote);
    await Promise.resolve();
    expect(words()).toEqual([`At noon: ${NOW} She left.`]);
  });
});
