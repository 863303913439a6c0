import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandWords, readArguments } from './arguments';

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

describe('the words for the command line', () => {
  const words = (...own: string[]) => commandWords(['standfirst', ...own], 1, (word) => word === 'press');
  test('begin with a command, or ask for help', () => {
    expect(words('doctor', '--newsroom', 'press')).toEqual(['doctor', '--newsroom', 'press']);
    expect(words('--help')).toEqual(['--help']);
    expect(words('-h')).toEqual(['-h']);
    expect(words('export', '--help')).toEqual(['export', '--help']);
  });
  test('may stand behind switches of the window system', () => {
    expect(words('--no-sandbox', 'verify', 'press')).toEqual(['verify', 'press']);
  });
  test('are none where a window is wanted', () => {
    expect(words()).toBeNull();
    expect(words('--no-sandbox', '--user-data-dir=/x')).toBeNull();
    expect(words('--newsroom', 'press')).toBeNull();
    expect(words('--newsroom', 'office')).toBeNull();
    expect(words('press')).toBeNull();
    expect(words('/a/newsroom.json')).toBeNull();
  });
  test('an unknown command is one too: the command line says so', () => {
    expect(words('exprot')).toEqual(['exprot']);
  });
});
