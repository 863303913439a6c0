import { expect, test } from 'vitest';
import { blockLook } from './block-look';

test('a heading is one to a screen reader too, below the headline of its sheet', () => {
  expect(blockLook('heading', null, 2)).toEqual({ className: 'is-heading', role: 'heading', 'aria-level': 3 });
  expect(blockLook('paragraph', null)).toEqual({ className: 'is-paragraph' });
});
