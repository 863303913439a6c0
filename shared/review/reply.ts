import { type Fault, fault } from '../fault';
import type { Release, ReleaseId, VersionHash } from '../release/model';
import { plain } from '../archive/html';
import { reword } from '../compare/reword';
import { normaliseWords } from '../quotes/approval';
import { type Result, failed, ok } from '../result';
import { anchorOf, textsOf } from './anchor';
import type { TakenReply } from './change';
import { REMARK_PARTS, type RemarkPart } from './model';

/**
 * What a reviewer sends back: a text file that can be read as it is.
 *
 *     STANDFIRST REMARKS 1
 *     Release: r-…            the release's id
 *     Text: …                 the hash of the version that was read
 *     Draft: Draft 2, legal
 *     From: Tom Reed
 *     Written: 2026-11-20T09:00:00.000Z
 *
 *     @ body 3                what it is about: a part and the number of its block, or `whole 0`
 *     Words:                  as they stood, for people; what was written there is part of what is said
 *     | …
 *     Remark:
 *     | …
 *     Wording:                what is proposed in their place; nothing takes the block away
 *     | …
 *
 * Lines of words begin with `| `, so that nothing in them is taken for something else. It comes from outside: whatever is
 * not of this form is refused whole.
 */
export type Reply = {
  readonly release: ReleaseId;
  readonly text: VersionHash;
  readonly draft: string;
  readonly by: string;
  readonly entries: readonly ReplyEntry[];
};
type ReplyEntry = {
  /** Null: on the text as a whole. */
  readonly at: { readonly part: RemarkPart; readonly block: number } | null;
  /** The words as they came back; null where they are left out. */
  readonly words: string | null;
  readonly remark: string;
  readonly wording: string | null;
};

/** The largest file that is read, in UTF-16 code units, and the most entries in it. */
export const LARGEST_REPLY = 2_000_000;
const MOST_ENTRIES = 2_000;
const FIRST_LINE = 'STANDFIRST REMARKS 1';

const refused = (detail: string) =>
  failed(
    fault(
      'invalid',
      'The file does not hold remarks from a review copy. Choose the file that the reviewer sent back.',
      {
        detail,
      },
    ),
  );

/** What was edited or broken on its way: the line says where, for most of it may be whole. */
const brokenAt = (line: number) =>
  failed(
    fault(
      'invalid',
      `Line ${line} of the remarks is not as the review copy wrote it, so none were brought in. Mend that line, or ask for the file as it was saved.`,
    ),
  );

/** Reads a reply. Fault: `invalid`, with the line that is not of its form. */
export const parseReply = (text: string): Result<Reply, Fault> => {
  if (text.length > LARGEST_REPLY) return refused('it is too large');
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  if (lines[0]?.trim() !== FIRST_LINE) return text.includes(FIRST_LINE) ? brokenAt(1) : refused('line 1');
  const head = new Map<string, string>();
  let at = 1;
  for (; at < lines.length && lines[at]?.trim() !== ''; at += 1) {
    const [, name, value] = /^([A-Z][a-z]+): (.*)$/u.exec(lines[at]?.trimEnd() ?? '') ?? [];
    if (name === undefined || value === undefined) return brokenAt(at + 1);
    head.set(name, value);
  }
  const release = head.get('Release') ?? '';
  const version = head.get('Text') ?? '';
  const by = (head.get('From') ?? '').trim();
  if (!/^r-[0-9a-z]{8,32}$/u.test(release) || !/^[0-9a-f]{64}$/u.test(version) || by === '' || by.length > 200)
    return refused('its first lines');

  const entries: ReplyEntry[] = [];
  while (at < lines.length) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const place = placeOf(lines[at] ?? '');
    if (place === null || entries.length === MOST_ENTRIES) return brokenAt(at + 1);
    at += 1;
    const parts: Partial<Record<PartName, string>> = {};
    for (let name = nameOf(lines[at]); name !== null; name = nameOf(lines[at])) {
      if (name in parts) return brokenAt(at + 1);
      at += 1;
      const own: string[] = [];
      for (; lines[at]?.startsWith('|') === true; at += 1) own.push(lines[at]?.replace(/^\| ?/u, '') ?? '');
      // No words at all would take the block away: an emptied field is a line of its own.
      if (own.length === 0) return brokenAt(at + 1);
      parts[name] = own.join('\n');
    }
    const { Words: words = null, Remark: remark = '', Wording: wording = null } = parts;
    if (remark.trim() === '' && wording === null) return brokenAt(at + 1);
    entries.push({ at: place.at, words, remark: remark.trim(), wording });
  }
  if (entries.length === 0) return refused('there is no remark in it');
  const draft = (head.get('Draft') ?? '').trim().slice(0, 120);
  return ok({ release: release as ReleaseId, text: version as VersionHash, draft, by, entries });
};

const placeOf = (line: string): { readonly at: ReplyEntry['at'] } | null => {
  const [, name, number] = /^@ ([a-z]+) ([0-9]{1,5})\s*$/u.exec(line) ?? [];
  if (name === 'whole') return { at: null };
  const part = REMARK_PARTS.find((each) => each === name);
  return part === undefined ? null : { at: { part, block: Number(number) } };
};

const PART_NAMES = ['Words', 'Remark', 'Wording'] as const;
type PartName = (typeof PART_NAMES)[number];

const nameOf = (line: string | undefined): PartName | null =>
  PART_NAMES.find((name) => line?.trimEnd() === `${name}:`) ?? null;

/** Words by which it is told whether they are those that stood there, whatever a mail program made of marks and spaces. */
const asCompared = (words: string): string => normaliseWords(plain(words)).trim();

/**
 * What a reply comes to. In: the version that was read, and the reply. Out: its remarks, on the blocks they are about, and the
 * text with the proposed wording as a draft, where any was. What is about a block that the text does not have is about the
 * whole; wording with no words to stand on is part of what is said.
 */
export const takenReply = (read: Release, { by, text, entries }: Reply): TakenReply => {
  const has = (at: ReplyEntry['at']): at is NonNullable<ReplyEntry['at']> =>
    at !== null && textsOf(read, at.part)[at.block] !== undefined;
  const wordings = entries.flatMap(({ at, wording }) =>
    has(at) && wording !== null && wording !== textsOf(read, at.part)[at.block] ? [{ ...at, words: wording }] : [],
  );
  return {
    text,
    draft: wordings.length === 0 ? null : { release: reword(read, wordings), name: `Wording from ${by}`.slice(0, 120) },
    remarks: entries.map(({ at, words, remark, wording }) => {
      const there = has(at) ? (textsOf(read, at.part)[at.block] ?? '') : '';
      const anchor = has(at) ? anchorOf(read, { ...at, start: 0, end: there.length }) : null;
      const isAsItStood = words === null || asCompared(words) === asCompared(there);
      const said = (...more: readonly string[]): string =>
        [remark, ...more, isAsItStood ? '' : `The words came back as: ${words}`].filter(Boolean).join('\n\n');
      if (anchor !== null) return { anchor, by, text: said(), proposed: wording };
      return { anchor, by, text: said(wording?.trim() ?? ''), proposed: null };
    }),
  };
};
