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
  /** SHA-256 of the written form of all the rest: a slot cut short or altered is known by it. */
  hash: z.string(),
});

/** A slot's one written form. */
export const slotText = (slot: Slot): string => {
  const rest = { format: SLOT_FORMAT, ...slot };
  return canonicalJson({ ...rest, hash: sha256Hex(canonicalJson(rest)) });
};

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
  const { hash, ...rest } = parsed.data;
  if (sha256Hex(canonicalJson(rest)) !== hash)
    return failed(fault('unreadable', 'The kept words are damaged: they are not what was written.'));
  const release = parseRelease(rest.release);
  if (!release.ok) return release;
  const { seq, at, newsroom, base, tried } = rest;
  return ok({ seq, at, newsroom, base, tried, release: release.value });
};
