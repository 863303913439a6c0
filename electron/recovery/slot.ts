import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { Instant, Release, VersionHash } from '../../shared/release/model';
import { firstProblem, parseRelease, versionHashSchema } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';

export const SLOT_FORMAT = 1;

/** The words of one release as they stood in the editor at an instant, kept on this computer beside the newsroom. */
export type Slot = {
  /** Counts up: of two slots that are whole, the one with the higher number is newer. */
  readonly seq: number;
  readonly at: Instant;
  /** The newsroom's folder when the words were kept. */
  readonly newsroom: string;
  /** The saved version on which the words stand. */
  readonly base: VersionHash;
  /** Texts handed to the newsroom since then, oldest first: each may have landed although nobody was told. */
  readonly tried: readonly VersionHash[];
  readonly release: Release;
};

const slotSchema = z.strictObject({
  format: z.literal(SLOT_FORMAT),
  seq: z.int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  newsroom: z.string(),
  base: versionHashSchema,
  tried: z.array(versionHashSchema),
  release: z.unknown(),
  /** SHA-256 of the written form of all the rest, the release standing in it by its version: what is altered is known by it. */
  hash: z.string(),
});

/** The release is hashed once for its version, which whoever writes a slot knows already: a long one takes some time. */
const hashOf = (facts: Omit<Slot, 'release'>, version: string): string =>
  sha256Hex(canonicalJson({ format: SLOT_FORMAT, ...facts, version }));

/** A slot's one written form. `version` is that of its release. */
export const slotText = ({ release, ...facts }: Slot, version: VersionHash): string =>
  canonicalJson({ format: SLOT_FORMAT, ...facts, release, hash: hashOf(facts, version) });

/** Reads a slot. Faults: `unreadable` where it is not whole, `invalid` and `newer-format` where its form is not known. */
export const parseSlot = (text: string): Result<Slot, Fault> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failed(fault('unreadable', 'The kept words are damaged: they are not whole.', { detail: String(error) }));
  }
  const parsed = slotSchema.safeParse(value);
  if (!parsed.success)
    return failed(
      fault('invalid', 'The kept words have a form that Standfirst does not know.', {
        detail: firstProblem(parsed.error),
      }),
    );
  const { seq, at, newsroom, base, tried } = parsed.data;
  const facts = { seq, at, newsroom, base, tried };
  if (hashOf(facts, sha256Hex(canonicalJson(parsed.data.release))) !== parsed.data.hash)
    return failed(fault('unreadable', 'The kept words are damaged: they are not what was written.'));
  const release = parseRelease(parsed.data.release);
  if (!release.ok) return release;
  return ok({ ...facts, release: release.value });
};
