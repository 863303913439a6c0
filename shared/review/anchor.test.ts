import { expect, test } from 'vitest';
import { p, release } from '../testing/builders';
import { anchorOf, followAnchors } from './anchor';
import type { Anchor } from './model';

const first = release({
  headline: 'Two boats for the harbour',
  body: [
    p('The harbour police will have two new boats by spring.'),
    p('They were paid for by the county, which sold a field.'),
    p('“We asked for three,” said the master. “We will take two.”'),
  ],
  notes: [p('The field was sold in May.')],
});
const phrase = (part: Anchor['part'], block: number, words: string): Anchor => {
  const text = part === 'headline' ? first.headline : part === 'notes' ? first.notes : first.body;
  const all = typeof text === 'string' ? text : (text[block]?.runs[0]?.text ?? '');
  const start = all.indexOf(words);
  return { part, block, start, end: start + words.length, words };
};
const words = (anchor: Anchor | null): string | null => anchor?.words ?? null;

test('a phrase stays where it is while words before and behind it change', () => {
  const now = release({
    ...first,
    body: [p('By spring, the harbour police will have two new boats.'), ...first.body.slice(1)],
  });
  const found = followAnchors(first, now)(phrase('body', 0, 'two new boats'));
  expect(words(found)).toBe('two new boats');
  expect(found?.start).toBe('By spring, the harbour police will have '.length);
});

test('a phrase goes with its paragraph, also where that is edited on the way', () => {
  const [one, two, three] = first.body;
  if (one === undefined || two === undefined || three === undefined) throw new Error('three paragraphs');
  const now = release({
    ...first,
    body: [p('They were paid for by the whole county, which sold a field.'), three, one],
  });
  expect(followAnchors(first, now)(phrase('body', 1, 'sold a field'))).toMatchObject({
    block: 0,
    words: 'sold a field',
  });
  expect(followAnchors(first, now)(phrase('body', 0, 'harbour police'))).toMatchObject({ block: 2 });
});

test('a phrase is found in a paragraph that was split, and in one that was joined', () => {
  const split = release({
    ...first,
    body: [...first.body.slice(0, 2), p('“We asked for three,” said the master.'), p('“We will take two.”')],
  });
  expect(followAnchors(first, split)(phrase('body', 2, 'We will take two'))).toMatchObject({ block: 3, start: 1 });
  const back = { part: 'body', block: 3, start: 1, end: 17, words: 'We will take two' } as const;
  expect(words(followAnchors(split, first)(back))).toBe('We will take two');
});

test('words replaced within a phrase are the phrase now', () => {
  const now = release({ ...first, headline: 'Two ships for the harbour' });
  expect(words(followAnchors(first, now)(phrase('headline', 0, 'Two boats')))).toBe('Two ships');
});

test('a phrase whose words are gone has no place', () => {
  const now = release({ ...first, body: first.body.slice(1), notes: [] });
  const follow = followAnchors(first, now);
  expect(follow(phrase('body', 0, 'two new boats'))).toBeNull();
  expect(follow(phrase('notes', 0, 'in May'))).toBeNull();
});

test('white space alone is no phrase', () => {
  expect(anchorOf(first, { part: 'body', block: 0, start: 3, end: 4 })).toBeNull();
  expect(anchorOf(first, { part: 'body', block: 9, start: 0, end: 4 })).toBeNull();
});
