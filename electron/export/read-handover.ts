import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAYLOAD } from '../../shared/archive/bag';
import {
  type Notice,
  PUBLICATIONS,
  earlierPicturePath,
  earlierSourcePath,
  publicationsSchema,
  sourcePath,
} from '../../shared/archive/handover';
import { MEDIA_FOLDER } from '../../shared/archive/media';
import { type Fault, fault } from '../../shared/fault';
import { earlierVersions } from '../../shared/newsroom/model';
import { placesOf } from '../../shared/release/address';
import { mediaOf } from '../../shared/release/media';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { firstProblem, jsonOf, parseReleaseText } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import type { HandedOver } from '../newsroom/model';
import { sha256 } from '../newsroom/sha256';
import { systemCode } from '../newsroom/save-file';
import { verifyBundle } from './verify-bundle';

/** A handover that was read: each release is read from its files as it is taken in. */
export type Handover = {
  readonly releases: readonly {
    readonly id: ReleaseId;
    readonly places: readonly string[];
    readonly read: () => Promise<Result<HandedOver, Fault>>;
  }[];
  /** What readers are told of releases that were taken back; of an earlier Standfirst their addresses alone. */
  readonly gone: readonly (Notice | string)[];
};

/**
 * Reads a bundle with a handover beside its website. Nothing of it is believed before every file is as the manifests say.
 * Faults: `refused` where it is none or not whole, `invalid` where it says something that no handover does.
 */
export const readHandover = async (bag: string): Promise<Result<Handover, Fault>> => {
  const where = bag;
  let text: string;
  try {
    const { ok: isWhole, altered, missing, extra } = await verifyBundle(bag);
    if (!isWhole)
      return failed(
        fault('refused', 'The handover is not as it was made. Have it handed over again.', {
          where,
          detail: [...altered, ...missing, ...extra].slice(0, 5).join(', '),
        }),
      );
    text = await readFile(path.join(bag, PUBLICATIONS), 'utf8');
  } catch (error) {
    return failed(fault('refused', 'This is no bundle with a handover.', { where, detail: String(error) }));
  }
  const json = jsonOf(text);
  const parsed = publicationsSchema.safeParse(json.ok ? json.value : null);
  if (!parsed.success)
    return failed(
      fault('invalid', 'What was done with its releases cannot be read.', {
        where: path.join(bag, PUBLICATIONS),
        detail: firstProblem(parsed.error),
      }),
    );
  const { releases, gone } = parsed.data;
  return ok({
    releases: releases.map((facts) => ({ id: facts.id, places: placesOf(facts), read: () => readOne(bag, facts) })),
    gone,
  });
};

const readOne = async (bag: string, facts: HandedOver['facts']): Promise<Result<HandedOver, Fault>> => {
  const { id, publication } = facts;
  const release = await readText(bag, sourcePath(id), publication.version);
  if (!release.ok) return release;
  if (release.value === null || release.value.release.id !== id)
    return failed(fault('invalid', 'Its text is not in the handover.', { where: path.join(bag, sourcePath(id)) }));
  const earlier: Read[] = [];
  for (const version of new Set(earlierVersions({ publication }))) {
    const text = await readText(bag, earlierSourcePath(version), version);
    if (!text.ok) return text;
    // What readers could not have is not handed over either.
    if (text.value !== null) earlier.push(text.value);
  }
  const media = [];
  const shown = new Set(mediaOf(release.value.release));
  for (const file of new Set([...shown, ...earlier.flatMap((each) => mediaOf(each.release))])) {
    const bytes =
      (await bytesOf(path.join(bag, PAYLOAD, MEDIA_FOLDER, file))) ??
      (await bytesOf(path.join(bag, earlierPicturePath(file))));
    const isWhole = bytes !== null && sha256(bytes) === file.slice(0, 64);
    if (isWhole) media.push({ file, bytes });
    // The words of one from before a correction come without it, as they do from an earlier Standfirst.
    else if (shown.has(file))
      return failed(fault('invalid', `Its picture ${file} is not in the handover.`, { where: bag }));
  }
  return ok({ ...release.value, facts, earlier: earlier.map(({ text }) => text), media });
};

/** A text that was read, and as it was written. */
type Read = { readonly release: Release; readonly text: string };

/** A text by its place in the bag; null where there is none. Its bytes must be those of its version. */
const readText = async (bag: string, name: string, version: VersionHash): Promise<Result<Read | null, Fault>> => {
  const where = path.join(bag, name);
  const bytes = await bytesOf(where);
  if (bytes === null) return ok(null);
  if (sha256(bytes) !== version) return failed(fault('invalid', 'This is not the text that was published.', { where }));
  const text = bytes.toString('utf8');
  const parsed = parseReleaseText(text);
  return parsed.ok ? ok({ release: parsed.value, text }) : failed({ ...parsed.fault, where });
};

const bytesOf = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};
