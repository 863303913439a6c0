import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { TextSummary } from '../../shared/archive/site';
import { mediaNameSchema } from '../../shared/release/parse';
import { systemCode } from '../newsroom/save-file';
import { writeSaving } from '../newsroom/write-saving';
import { hashOf } from './seal';

/*
 * What is known of the last bundle in a folder, so that the next one makes and writes only what is new. It lies in the
 * app's own data and may be lost: then every file is made and compared once more. It is believed only where it says so
 * itself (a sum over all of it), for the same program, settings and people, and of a file only while the disk still
 * tells of it what it told then.
 */

/** A file of the website as it stood when it was last known to be right. */
export type KnownFile = {
  /** Of what it depends on. */
  readonly key: string;
  readonly hash: string;
  /** What the disk said of it. */
  readonly stat: string;
};

/** A release that passed its checks, with nothing that somebody had to let pass. */
export type KnownRelease = { readonly key: string; readonly summary: TextSummary };

export type ExportState = {
  /** Of the program, the settings and the people. */
  readonly base: string;
  readonly preview: boolean;
  /** Of all that the proof searched for and held against it. */
  readonly inputs: string;
  /** What it searched for, each thing by a short hash. */
  readonly forbidden: ReadonlySet<string>;
  /** By path in the bag. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** By address. */
  readonly releases: ReadonlyMap<string, KnownRelease>;
};

/** Where the state of a newsroom's bundle in a folder lies, below the app's own data. */
export const statePlace = (data: string, newsroom: string, out: string): string =>
  path.join(data, 'exports', `${hashOf(`${path.resolve(newsroom)}\0${path.resolve(out)}`).slice(0, 32)}.txt`);

/** Where it is kept what is known of a newsroom's texts, below the app's own data. */
export const textsPlace = (data: string, newsroom: string): string =>
  path.join(data, 'exports', `${hashOf(path.resolve(newsroom)).slice(0, 32)}-texts.json`);

const header = z.object({
  format: z.literal(2),
  base: z.string(),
  preview: z.boolean(),
  inputs: z.string(),
  forbidden: z.string(),
  sum: z.string(),
});
const summarySchema = z.object({
  said: z.array(z.object({ name: z.string(), role: z.string() })),
  pieced: z.array(z.string()),
  media: z.array(mediaNameSchema),
  links: z.boolean(),
  ways: z.array(z.string()),
});

/** Reads a state; null where there is none, or it is not whole, or stands on something else than `base`. */
export const readState = async (file: string, base: string): Promise<ExportState | null> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
  const end = text.indexOf('\n');
  const head = header.safeParse(jsonOf(text.slice(0, end)));
  const rest = text.slice(end + 1);
  if (!head.success || head.data.base !== base || head.data.sum !== hashOf(rest)) return null;
  const files = new Map<string, KnownFile>();
  const releases = new Map<string, KnownRelease>();
  for (const line of rest.split('\n')) {
    const [kind, place, key, third, fourth] = line.split('\t');
    if (place === undefined || key === undefined || third === undefined) continue;
    if (kind === 'file' && fourth !== undefined) files.set(place, { key, hash: third, stat: fourth });
    else if (kind === 'release') {
      const summary = summarySchema.safeParse(jsonOf(third));
      if (summary.success) releases.set(place, { key, summary: summary.data });
    }
  }
  const { preview, inputs, forbidden } = head.data;
  return { base, preview, inputs, forbidden: new Set(forbidden.split(' ').filter(Boolean)), files, releases };
};

/** Writes a state. A disk's failure is given back and not thrown: the bundle stands without it. */
export const writeState = (file: string, state: ExportState): Promise<Error | null> => {
  const lines: string[] = [];
  for (const [place, { key, hash, stat }] of state.files) lines.push(`file\t${place}\t${key}\t${hash}\t${stat}`);
  for (const [place, { key, summary }] of state.releases)
    lines.push(`release\t${place}\t${key}\t${JSON.stringify(summary)}`);
  const rest = lines.join('\n');
  const { base, preview, inputs, forbidden } = state;
  const head = { format: 2, base, preview, inputs, forbidden: [...forbidden].join(' '), sum: hashOf(rest) };
  return writeSaving(file, `${JSON.stringify(head)}\n${rest}`);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
