import { expect, test } from 'vitest';
import { languageName } from './language-name';

test('a language has its English name, and what is no tag of a language stands for itself', () => {
  expect(languageName('cy')).toBe('Welsh');
  for (const tag of ['en_GB!', 'the old one', 'x']) expect(languageName(tag)).toBe(tag);
});
