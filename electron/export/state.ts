import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ProofNotes, Withheld } from '../../shared/archive/remembered';
import type { TextSummary } from '../../shared/archive/site';
import { systemCode } from '../newsroom/save-file';
import { writeSaving } from '../newsroom/write-saving';
import { hashOf } from './seal';

/*
 * What is known of the last bundle in a folder, so that the next one makes and writes only what is new. It lies in the
 * app's own data and may be lost: then every file is made and compared once more. It is believed only where it says so
 * itself (a sum over all of it), for the same program, settings and people, and of a file only while the disk still
 * tells of it what it told then.
 */

/** A file of the bag as it stood when it was last known to be right. */
export type KnownFile = {
  /** Of what it depends on; empty where it stands and is to be made anew, and of what stands beside the website. */
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
  /** Whether what stands in the folder is one. */
  readonly preview: boolean;
  /** Of all that the proof searched for and held against it. */
  readonly inputs: string;
  /** Of the same for the website that stands in the folder; empty where it is not known. */
  readonly standing: string;
  /** What it searched for, each thing by a short hash. */
  readonly forbidden: ReadonlySet<string>;
  /** What the proof found out, for the next one. */
  readonly proof: ProofNotes;
  /** By path in the bag. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** Those that `bundle.json` names, where it is among the files. */
  readonly addresses: readonly string[];
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
  format: z.literal(4),
  base: z.string(),
  preview: z.boolean(),
  inputs: z.string(),
  standing: z.string(),
  forbidden: z.string(),
  frame: z.string(),
  sum: z.string(),
});

/** Reads a state; null where there is none, or it is not whole, or stands on something else than `base`. */
export const readState = async (file: string, base: string): Promise<ExportState | null> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
  const end = bytes.indexOf('\n');
  const head = header.safeParse(jsonOf(bytes.toString('utf8', 0, end)));
  const rest = bytes.subarray(end + 1);
  if (!head.success || head.data.base !== base || head.data.sum !== hashOf(rest)) return null;
  const files = new Map<string, KnownFile>();
  const releases = new Map<string, KnownRelease>();
  const allowed = new Map<string, string>();
  const own = new Map<string, Withheld>();
  const addresses: string[] = [];
  for (const line of rest.toString('utf8').split('\n')) {
    const [kind, place, key, third, fourth] = line.split('\t');
    if (kind === 'address' && place !== undefined) addresses.push(place);
    if (place === undefined || key === undefined) continue;
    if (kind === 'allowed') for (const each of key.split(' ')) allowed.set(each, place);
    if (kind === 'own') {
      const withheld = JSON.parse(place) as Withheld;
      for (const each of key.split(' ')) own.set(each, withheld);
    }
    if (third === undefined) continue;
    if (kind === 'file' && fourth !== undefined) files.set(place, { key, hash: third, stat: fourth });
    else if (kind === 'release') {
      // What it holds is what this program wrote: the sum over all of it says so.
      releases.set(place, { key, summary: JSON.parse(third) as TextSummary });
    }
  }
  const { preview, inputs, standing, forbidden, frame } = head.data;
  const sought = new Set(forbidden.split(' ').filter(Boolean));
  return {
    base,
    preview,
    inputs,
    standing,
    forbidden: sought,
    proof: { allowed, own, frame },
    files,
    addresses,
    releases,
  };
};

/** Writes a state. A disk's failure is given back and not thrown: the bundle stands without it. */
export const writeState = (file: string, state: ExportState): Promise<Error | null> => {
  const lines: string[] = [];
  for (const [place, { key, hash, stat }] of state.files) lines.push(`file\t${place}\t${key}\t${hash}\t${stat}`);
  for (const address of state.addresses) lines.push(`address\t${address}`);
  for (const [place, { key, summary }] of state.releases)
    lines.push(`release\t${place}\t${key}\t${JSON.stringify(summary)}`);
  const { allowed, own, frame } = state.proof;
  // Many have the same: each is written once.
  for (const [witness, ids] of byValue(allowed)) lines.push(`allowed\t${witness}\t${ids.join(' ')}`);
  const texts = new Map([...own].map(([id, { spans, words }]) => [id, JSON.stringify({ spans, words })]));
  for (const [text, ids] of byValue(texts)) lines.push(`own\t${text}\t${ids.join(' ')}`);
  const rest = Buffer.from(lines.join('\n'), 'utf8');
  const { base, preview, inputs, standing, forbidden } = state;
  const head = {
    format: 4,
    base,
    preview,
    inputs,
    standing,
    forbidden: [...forbidden].join(' '),
    frame,
    sum: hashOf(rest),
  };
  return writeSaving(file, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), rest]));
};

/** The keys of a map by their values. */
const byValue = (given: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [key, value] of given) {
    const keys = found.get(value);
    if (keys === undefined) found.set(value, [key]);
    else keys.push(key);
  }
  return found;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
