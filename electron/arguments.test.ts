import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commandWords, readArguments } from './arguments';

const at = path.resolve('/desk');
const read = (...own: string[]) =>
  readArguments({
    argv: ['electron', '.', ...own],
    first: 2,
    cwd: at,
    exists: (place) => /press/.test(place),
  }).newsroom;

describe('the arguments of the window', () => {
  test('name a newsroom, as one word or two', () => {
    expect(read('--newsroom', '/a/b')).toBe(path.resolve('/a/b'));
    expect(read('--newsroom=/a/b')).toBe(path.resolve('/a/b'));
  });
  test('count a relative folder from where the command was given', () => {
    expect(read('--newsroom', 'press')).toBe(path.join(at, 'press'));
  });
  test('name none when there is none', () => {
    expect(read('--no-sandbox')).toBeNull();
    expect(read('--newsroom')).toBeNull();
    expect(read('--newsroom=')).toBeNull();
  });
  test('are what was double-clicked: a folder, or the file by which a newsroom is known', () => {
    expect(read('press')).toBe(path.join(at, 'press'));
    expect(read('--no-sandbox', path.resolve('/office/press/newsroom.json'))).toBe(path.resolve('/office/press'));
    expect(read('--newsroom', 'press/newsroom.json')).toBe(path.join(at, 'press'));
  });
  test('are taken as addresses of files too, as file managers give them', () => {
    const address = pathToFileURL(path.resolve('/our press/newsroom.json')).href;
    expect(read(address)).toBe(path.resolve('/our press'));
    expect(read('https://press.example/newsroom.json')).toBeNull();
    expect(read('file://elsewhere:80/%zz/press')).toBeNull();
  });
  test('are nothing that is not there', () => {
    expect(read('office')).toBeNull();
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
