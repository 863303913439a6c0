import { sha256Hex } from '../digest';
import type { ChangedHistory } from './model';

/** Where a log first differs from what was seen of it; `line` counts from 1. */
export type ChainFault = { readonly kind: Exclude<ChangedHistory['kind'], 'record-damaged'>; readonly line: number };

/** What is remembered of a line, by its hash: the first 128 bits, in hex. */
export const markOf = (hash: string): string => hash.slice(0, 32);

const ORIGINAL = /"original":"([0-9a-f]{64})"/;

/**
 * The hash by which a line of a history is known: SHA-256 of its text. Of one whose words were erased with a removed
 * release it is the hash of the line as it was, which is written in it: so the lines after it still follow. That such a
 * line stood there is proven, not what it said.
 */
export const lineHash = (line: string): string => erasedFrom(line) ?? sha256Hex(line);

/** The hash that an erased line gives for the line as it was; null of every other line. */
export const erasedFrom = (line: string): string | null => ORIGINAL.exec(line)?.[1] ?? null;

/**
 * Compares a log with what was seen of it earlier. In: the marks of the lines seen, and the marks of the lines that
 * stand there now, both in order. Out: null where the log is what was seen, with or without more lines after it.
 */
export const compareChain = (seen: readonly string[], now: readonly string[]): ChainFault | null => {
  const at = seen.findIndex((mark, index) => now[index] !== mark);
  if (at === -1) return null;
  const line = at + 1;
  if (at === now.length) return { kind: 'truncated', line };
  const there = new Set(now);
  return { kind: seen.every((mark) => there.has(mark)) ? 'reordered' : 'rewritten', line };
};

/** The fault as a whole sentence. In: how many lines were seen. */
export const chainMessage = ({ kind, line }: ChainFault, seen: number): string => {
  switch (kind) {
    case 'truncated':
      return line === seen
        ? `Line ${line}, which was there, is gone.`
        : `Lines ${line} to ${seen}, which were there, are gone.`;
    case 'reordered':
      return `From line ${line} on, the lines do not stand in the order in which they were written.`;
    case 'rewritten':
      return `Line ${line} is not the one that was written.`;
  }
};
