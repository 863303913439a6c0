import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments';

const at = path.resolve('/desk');

describe('the arguments of the window', () => {
  test('name a newsroom, as one word or two', () => {
    expect(readArguments(['electron', '.', '--newsroom', '/a/b'], at).newsroom).toBe(path.resolve('/a/b'));
    expect(readArguments(['electron', '.', '--newsroom=/a/b'], at).newsroom).toBe(path.resolve('/a/b'));
  });
  test('count a relative folder from where the command was given', () => {
    expect(readArguments(['electron', '.', '--newsroom', 'press'], at).newsroom).toBe(path.join(at, 'press'));
  });
  test('name none when there is none', () => {
    expect(readArguments(['electron', '.', '--no-sandbox'], at).newsroom).toBeNull();
    expect(readArguments(['electron', '.', '--newsroom'], at).newsroom).toBeNull();
    expect(readArguments(['electron', '.', '--newsroom='], at).newsroom).toBeNull();
  });
});
