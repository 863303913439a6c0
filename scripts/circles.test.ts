// No file takes from one that takes from it, however far round: such files cannot be understood one at a time.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inTop } from './lib/tree.mjs';

const ROOMS = ['electron', 'renderer', 'shared', 'e2e', 'bench', 'scripts'];
const IMPORTED = /(?:from|import)\s*\(?'(\.[^']+)'/g;

type Imports = ReadonlyMap<string, readonly string[]>;

/** Which files of the rooms take from which, types too, by their whole paths. */
async function importsOf(rooms: readonly string[]): Promise<Imports> {
  const entries = await Promise.all(
    rooms.map((room) => readdir(inTop(room), { recursive: true, withFileTypes: true })),
  );
  const files = new Set(
    entries
      .flat()
      .flatMap((entry) => (/\.(ts|tsx|mjs)$/.test(entry.name) ? [path.join(entry.parentPath, entry.name)] : [])),
  );
  const imports = new Map<string, readonly string[]>();
  for (const file of files) {
    const code = await readFile(file, 'utf8');
    const named = [...code.matchAll(IMPORTED)].map(([, name = '']) => path.resolve(path.dirname(file), name));
    imports.set(
      file,
      named.flatMap((name) => [name, `${name}.ts`, `${name}.tsx`].filter((each) => files.has(each))),
    );
  }
  return imports;
}

/** The circles met while going from file to file, each from the file where it closes and back to it. */
function circlesIn(imports: Imports): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const go = (file: string): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    way.push(file);
    for (const next of imports.get(file) ?? []) go(next);
    way.pop();
    done.add(file);
  };
  for (const file of imports.keys()) go(file);
  return circles;
}

test('a circle is found where there is one', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);
  expect(circlesIn(imports)).toEqual([['a', 'b', 'c', 'a']]);
});

test('no files take from each other in a circle', async () => {
  const imports = await importsOf(ROOMS);
  expect(imports.size).toBeGreaterThan(500);
  expect([...imports.values()].flat().length).toBeGreaterThan(1_000);
  const circles = circlesIn(imports).map((circle) => circle.map((file) => path.relative(inTop(), file)).join(' > '));
  expect(circles).toEqual([]);
});
