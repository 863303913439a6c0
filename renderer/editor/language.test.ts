import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/release/model';
import { bold, inLanguage, p } from '../../shared/testing/builders';
import { $languageHere, $setLanguage } from './language';
import { $selectIn, bodyOf, change, headlessEditor, undo } from './testing';

const set = (body: readonly Block[], start: number, end: number, tag: string) => {
  const editor = headlessEditor(body);
  let done = false;
  change(editor, () => {
    $selectIn(0, start, end);
  });
  change(editor, () => {
    done = $setLanguage(tag);
  });
  return { editor, done };
};

describe('the language of a part', () => {
  test('is set on the chosen words alone, over their looks, and undone in one step', async () => {
    const { editor, done } = set([p('Say bore ', bold('da'), ' to all')], 4, 11, 'cy');
    expect(done).toBe(true);
    const parts = [p('Say ', inLanguage('bore ', 'cy'), inLanguage(bold('da'), 'cy'), ' to all')];
    expect(bodyOf(editor).blocks).toEqual(parts);
    await undo(editor);
    expect(bodyOf(editor).blocks).toEqual([p('Say bore ', bold('da'), ' to all')]);
  });

  test('is told at the caret, and without a choice it is the whole part’s', () => {
    const body = [p('Say ', inLanguage('bore ', 'cy'), inLanguage(bold('da'), 'cy'), ' to all')];
    const { editor } = set(body, 6, 6, 'gd');
    expect(bodyOf(editor).blocks).toEqual([
      p('Say ', inLanguage('bore ', 'gd'), inLanguage(bold('da'), 'gd'), ' to all'),
    ]);
    expect(editor.getEditorState().read($languageHere)).toBe('gd');
    expect(bodyOf(set(body, 6, 6, '').editor).blocks).toEqual([p('Say bore ', bold('da'), ' to all')]);
  });

  test('a caret in words of the release’s own language has no part', () => {
    expect(set([p('Say ', inLanguage('bore da', 'cy'))], 2, 2, 'cy').done).toBe(false);
  });
});
