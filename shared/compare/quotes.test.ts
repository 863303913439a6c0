import { describe, expect, test } from 'vitest';
import type { Quote, QuoteStatus } from '../quotes/model';
import { speaker, storedQuote } from '../testing/builders';
import { describeApproval } from './describe-approval';
import { compareQuotes } from './quotes';

/** A quote nobody has settled yet: found, with the speaker proposed. */
const found = (words: string, name = ''): Quote => ({
  key: `found:${words}`,
  stored: null,
  ranges: [],
  words,
  type: 'direct',
  missingClose: false,
  proposals:
    name === ''
      ? []
      : [{ name, mention: name, mentionRange: null, role: '', person: null, confidence: 0.95, reason: 'named' }],
  cue: null,
  status: 'no speaker',
});

/** A stored quote with its speaker, role and status. */
const stored = (id: string, words: string, name: string, status: QuoteStatus, role = ''): Quote => ({
  ...found(words),
  key: id,
  stored: storedQuote(id, [], { speaker: speaker(name, { role }) }),
  status,
});

/** Rows as one line each: kind, effect on the approval. */
const rows = (before: readonly Quote[], after: readonly Quote[]): readonly string[] =>
  compareQuotes(before, after).map(({ kind, approval }) => `${kind}, ${approval}`);

const steps = '“We will start with the eastern steps.”';
const water = '“There was water under every door along the front,”';
const lamps = '“The lamps will be lit again by Christmas.”';

describe('quotes compared', () => {
  test('found quotes are matched by their words and speaker', () => {
    const list = [found(steps, 'Ada Reed'), found(water, 'Tom Hale')];
    expect(rows(list, list)).toEqual(['unchanged, none', 'unchanged, none']);
  });

  test('other marks around the same words are no change', () => {
    expect(rows([found('"We are ready"', 'Ada Reed')], [found('“We are ready”', 'Ada Reed')])).toEqual([
      'unchanged, none',
    ]);
  });

  test('a word changed in an approved quote lapses its approval, and shows the word', () => {
    const edited = '“We will start with the western steps.”';
    const [change] = compareQuotes(
      [stored('q-1', steps, 'Ada Reed', 'approved')],
      [stored('q-1', edited, 'Ada Reed', 'changed since approval')],
    );
    expect(change).toMatchObject({ kind: 'words changed', approval: 'lapses', speaker: 'Ada Reed' });
    expect(change?.words.filter(({ op }) => op !== 'same')).toEqual([
      { op: 'removed', text: 'eastern' },
      { op: 'added', text: 'western' },
    ]);
  });

  test('the old words put back bring the approval back', () => {
    expect(
      rows(
        [stored('q-1', `${steps} Soon.`, 'Ada Reed', 'changed since approval')],
        [stored('q-1', steps, 'Ada Reed', 'approved')],
      ),
    ).toEqual(['words changed, returns']);
  });

  test('the last of three taken to the front has moved, and keeps its approval', () => {
    const three = [
      stored('q-1', steps, 'Ada Reed', 'approved'),
      stored('q-2', water, 'Tom Hale', 'approved'),
      stored('q-3', lamps, 'Ada Reed', 'approved'),
    ];
    expect(rows(three, [...three.slice(2), ...three.slice(0, 2)])).toEqual([
      'moved, stands',
      'unchanged, stands',
      'unchanged, stands',
    ]);
  });

  test('another speaker for the same words, found or stored', () => {
    const [change] = compareQuotes([found(steps, 'Ada Reed')], [found(steps, 'Tom Hale')]);
    expect(change).toMatchObject({ kind: 'speaker changed', speakerBefore: 'Ada Reed', speaker: 'Tom Hale' });
    expect(
      rows(
        [stored('q-1', steps, 'Ada Reed', 'approved')],
        [stored('q-1', steps, 'Tom Hale', 'changed since approval')],
      ),
    ).toEqual(['speaker changed, lapses']);
  });

  test('another role of the same person is told with both roles', () => {
    const [change] = compareQuotes(
      [stored('q-1', steps, 'Ada Reed', 'approved', 'Deputy Harbour Commissioner')],
      [stored('q-1', steps, 'Ada Reed', 'changed since approval', 'Harbour Commissioner')],
    );
    expect(change).toMatchObject({
      kind: 'role changed',
      speaker: 'Ada Reed',
      roleBefore: 'Deputy Harbour Commissioner',
      role: 'Harbour Commissioner',
      approval: 'lapses',
    });
    expect(change?.speakerBefore).toBeUndefined();
  });

  test('of an approval that one text alone has on record it is not said that it lapses', () => {
    const there = compareQuotes(
      [stored('q-1', steps, 'Ada Reed', 'approved')],
      [stored('q-1', steps, 'Ada Reed', 'needs approval')],
    );
    expect(there.map((change) => describeApproval(change, null))).toEqual(['Approval is not on record there']);
  });

  test('changed words outrank a changed role, which is told with them', () => {
    const [change] = compareQuotes(
      [stored('q-1', steps, 'Ada Reed', 'approved', 'Deputy Harbour Commissioner')],
      [stored('q-1', water, 'Ada Reed', 'changed since approval', 'Harbour Commissioner')],
    );
    expect(change).toMatchObject({ kind: 'words changed', roleBefore: 'Deputy Harbour Commissioner' });
  });

  test('a stored id outranks equal words', () => {
    const changes = compareQuotes(
      [stored('q-1', steps, 'Ada Reed', 'needs approval'), stored('q-2', water, 'Ada Reed', 'needs approval')],
      [stored('q-1', water, 'Ada Reed', 'needs approval'), stored('q-2', steps, 'Ada Reed', 'needs approval')],
    );
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      [steps, water],
      [water, steps],
    ]);
  });

  test('a quote that became stored is the same quote', () => {
    expect(rows([found(steps, 'Ada Reed')], [stored('q-1', steps, 'Ada Reed', 'needs approval')])).toEqual([
      'unchanged, none',
    ]);
  });

  test('one that went stands where it stood, one that came where it stands', () => {
    expect(
      rows([found(steps, 'Ada Reed'), found(water, 'Tom Hale')], [found(lamps, 'Tom Hale'), found(water, 'Tom Hale')]),
    ).toEqual(['removed, none', 'added, none', 'unchanged, none']);
    expect(rows([stored('q-1', steps, 'Ada Reed', 'approved')], [])).toEqual(['removed, lapses']);
  });
});
