import { expect, test } from 'vitest';
import { typedUpon } from './typed-upon';

test('upon what was saved elsewhere, what was typed stays and the rest is theirs', () => {
  const first = { name: 'Ada', roles: [{ title: 'Leader' }], note: '' };
  const theirs = { name: 'Ada Lovell', roles: [{ title: 'Mayor' }], note: 'by phone' };
  expect(typedUpon(theirs, { ...first, note: 'by post' }, first)).toEqual({ ...theirs, note: 'by post' });
  expect(typedUpon(theirs, { ...first, roles: [] }, first)).toEqual({ ...theirs, roles: [] });
  expect(typedUpon(theirs, first, first)).toEqual(theirs);
});
