import { expect, test, vi } from 'vitest';
import { checkQuotes } from '../../shared/quotes/checks';
import type { VersionHash } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { ok } from '../../shared/result';
import { p, withBody } from '../../shared/testing/builders';
import { quoteActions } from './quote-actions';
import { createSession } from './session';
import { bodyOf, headlessEditor, undo } from './testing';

vi.mock('../ui/announce', () => ({ announce: vi.fn() }));

const UNCLOSED = 'Council leader Ruth Attwater said: “We start today. ';

test('what is put right stands in the text, and undo takes it back', async () => {
  const release = { ...withBody(p(UNCLOSED)), headline: 'Work', standfirst: '' };
  const editor = headlessEditor(release.body);
  const session = createSession({
    open: { release, version: '0'.repeat(64) as VersionHash },
    editor,
    context: { people: [], approvals: 'persons' },
    save: () => Promise.resolve(ok('0'.repeat(64) as VersionHash)),
    keep: () => Promise.resolve(ok(null)),
    onSaved: () => undefined,
  });
  const actions = quoteActions({ session, editor, people: [], who: 'Anwen', savePerson: () => Promise.resolve(true) });
  const [finding] = checkQuotes(release, session.state().quotes, []);
  expect(finding?.code).toBe('mark-unclosed');
  if (finding?.fix) actions.fix(finding.fix.says, finding.fix.edit);
  await Promise.resolve();
  const words = (): readonly string[] => bodyOf(editor).blocks.map(blockText);
  expect(words()).toEqual(['Council leader Ruth Attwater said: “We start today.” ']);
  await undo(editor);
  expect(words()).toEqual([UNCLOSED]);
  session.stop();
});
