import { describe, expect, test } from 'vitest';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { VersionLine } from '../../shared/newsroom/model';
import type { PersonId, VersionHash } from '../../shared/release/model';
import { release } from '../../shared/testing/builders';
import { type Move, START, editorKey, navigate, wayBack } from './navigation';

const open: OpenRelease = { release: release(), version: 'a'.repeat(64) as VersionHash };
const opened = navigate(START, { to: 'release', open, goTo: null, narrow: false });

describe('moving about', () => {
  test('one begins with nothing open and the list shown', () => {
    expect(START).toMatchObject({ screen: 'editor', open: null, listShown: true });
  });

  test('opening a release leaves any other screen and counts, so that the editor begins afresh', () => {
    const from = navigate(opened, { to: 'export' });
    const again = navigate(from, { to: 'release', open, goTo: null, narrow: false });
    expect(again.screen).toBe('editor');
    expect(editorKey(open.release.id, again.count)).not.toBe(editorKey(open.release.id, opened.count));
  });

  test('a narrow window shows the release in place of the list', () => {
    expect(navigate(START, { to: 'release', open, goTo: null, narrow: true }).listShown).toBe(false);
    expect(opened.listShown).toBe(true);
  });

  test('two texts that both went on are put side by side, until the writer has chosen', () => {
    const recovery = {
      outcome: 'diverged',
      at: '2026-11-22T14:05:41.000Z',
      version: open.version,
      damaged: 0,
    } as const;
    const at = navigate(START, { to: 'release', open: { ...open, recovery }, goTo: null, narrow: false });
    expect(at).toMatchObject({ screen: 'compare', open, recovery });
    const chosen = navigate(at, { to: 'release', open: { ...open, recovery: null }, goTo: null, narrow: false });
    expect(chosen).toMatchObject({ screen: 'editor', recovery: null });
  });

  test('words that simply go on are opened in the editor, and said until they were read', () => {
    const recovery = {
      outcome: 'continued',
      at: '2026-11-22T14:05:41.000Z',
      version: open.version,
      damaged: 0,
    } as const;
    const at = navigate(START, { to: 'release', open: { ...open, recovery }, goTo: null, narrow: false });
    expect(at).toMatchObject({ screen: 'editor', recovery });
    expect(navigate(at, { to: 'recovery-seen' })).toEqual({ ...at, recovery: null });
  });

  test('a quote to go to is given to the editor once', () => {
    const at = navigate(START, { to: 'release', open, goTo: { quote: 'q1' }, narrow: false });
    expect(at.goTo).toEqual({ quote: 'q1' });
    expect(navigate(navigate(at, { to: 'compare' }), { to: 'editor' }).goTo).toBeNull();
  });

  test('there is nothing to compare while nothing is open', () => {
    expect(navigate(START, { to: 'compare' })).toBe(START);
    expect(navigate(opened, { to: 'compare' }).screen).toBe('compare');
  });

  test('going back keeps the open release, and its editor', () => {
    const back = navigate(navigate(opened, { to: 'compare' }), { to: 'editor' });
    expect(back).toEqual(opened);
  });

  test('a window made narrow keeps the open release in view, and made wide shows the list beside it', () => {
    const narrow = navigate(opened, { to: 'width', narrow: true });
    expect(narrow.listShown).toBe(false);
    expect(navigate(narrow, { to: 'width', narrow: false }).listShown).toBe(true);
    expect(navigate(START, { to: 'width', narrow: true }).listShown).toBe(true);
  });

  test('two versions chosen in the history are compared, and forgotten with the comparison', () => {
    const line = { object: open.version } as VersionLine;
    const at = navigate(navigate(opened, { to: 'history' }), {
      to: 'compare',
      between: { before: line, after: 'working' },
    });
    expect(at).toMatchObject({ screen: 'compare', between: { before: line, after: 'working' } });
    expect(navigate(at, { to: 'history' })).toMatchObject({ screen: 'history', between: null });
    expect(navigate(at, { to: 'compare' }).between).toBeNull();
    expect(navigate(START, { to: 'history' })).toBe(START);
  });

  test('the way back leads to what one came from, and then to the page', () => {
    const nerys = 'p-nerys' as PersonId;
    const back = (...moves: readonly Move[]) => wayBack(moves.reduce(navigate, opened));
    const quotesOf = [{ to: 'people' }, { to: 'register', from: nerys }] as const;
    expect(back({ to: 'people' })).toBeNull();
    expect(back({ to: 'people', person: nerys })).toBeNull();
    expect(back(...quotesOf)).toEqual({ to: 'people', person: nerys });
    expect(back(...quotesOf, { to: 'people', person: nerys })).toBeNull();
    expect(back({ to: 'register' }, { to: 'people', person: nerys, fromRegister: true })).toEqual({ to: 'register' });
    expect(back({ to: 'register' })).toBeNull();
  });

  test('a release that moved on is opened at what follows', () => {
    expect(navigate(opened, { to: 'release', open, goTo: { next: true }, narrow: false }).goTo).toEqual({
      next: true,
    });
  });

  test('a release that is gone leaves nothing open, and the list in view', () => {
    const at = navigate(navigate(opened, { to: 'list', shown: false }), { to: 'nothing' });
    expect(at).toMatchObject({ screen: 'editor', open: null, listShown: true });
  });
});
