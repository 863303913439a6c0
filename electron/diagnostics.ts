import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { arch, platform, release, totalmem } from 'node:os';
import type { Newsroom } from '../shared/newsroom/model';
import { withoutPaths } from './log';
import { systemCode } from './newsroom/save-file';

/** How much of the log's end is told, in lines and at most in bytes. */
const LINES = 40;
const BYTES = 40_000;

type Facts = Readonly<Record<string, string | number | boolean>>;

/** What a newsroom is made of, in numbers. */
export const countsOf = ({ releases, unreadable, people }: Newsroom): Facts => ({
  releases: releases.length,
  unreadable: unreadable.length,
  people: people.people.length,
  quotes: releases.reduce((sum, { quotes }) => sum + (quotes?.total ?? 0), 0),
});

/**
 * What somebody who helps has to know: versions, the system, counts, and the log's last lines. No word of a release, and no
 * path: a folder may carry a person's name.
 */
export const diagnostics = (given: {
  readonly runtime: Facts;
  readonly windows: number;
  readonly counts: Facts;
  /** The log file. */
  readonly log: string;
}): string => {
  const system = { system: platform(), release: release(), arch: arch(), memory: Math.round(totalmem() / 2 ** 20) };
  const facts = { ...given.runtime, ...system, windows: given.windows, ...given.counts };
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`);
  return [
    'Standfirst diagnostics',
    ...lines,
    '',
    'Last lines of the log',
    ...lastLines(given.log).map(withoutPaths),
    '',
  ].join('\n');
};

const lastLines = (file: string): readonly string[] => {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  try {
    const { size } = fstatSync(handle);
    const bytes = Buffer.alloc(Math.min(size, BYTES));
    readSync(handle, bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString('utf8').split('\n').filter(Boolean);
    // The first may have lost its beginning.
    return (size > bytes.length ? lines.slice(1) : lines).slice(-LINES);
  } finally {
    closeSync(handle);
  }
};
