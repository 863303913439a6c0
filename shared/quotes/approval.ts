import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { NewsroomSettings } from '../newsroom/model';
import { needsApproval } from '../people/approval-rule';
import { personOf } from '../people/find';
import type { Person } from '../people/model';
import type { Approval, StoredQuote } from '../release/model';
import type { QuoteStatus } from './model';

/**
 * The form in which words are compared for approval: NFC, every quote mark folded to one straight mark, any run of
 * white space (paragraph breaks too) to one space. Nothing else: a comma, a capital or a dash counts, and so does a sign
 * that shows nothing, such as U+FEFF, which is no white space: "now" and "here" with it between them read "nowhere".
 */
export const normaliseWords = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/["“”„‟«»'‘’‚‛‹›]/gu, "'")
    .replace(/\p{White_Space}+/gu, ' ');

/** The digests worked out last: in an open release the same are asked for after every change. */
const digests = new Map<string, string>();
const KEPT = 500;

/**
 * SHA-256, 64 lower-case hex digits, of what an approval binds: the words in normal form, the speaker and the role's
 * text. Each part is preceded by its length in UTF-16 units, so that no two triples share their bytes.
 */
export const quoteDigest = (words: string, speaker: string, role: string): string => {
  const parts = [words, speaker, role].map(normaliseWords);
  const bound = parts.map((part) => `${String(part.length)}:${part}`).join('');
  const known = digests.get(bound);
  if (known !== undefined) return known;
  const digest = bytesToHex(sha256(utf8ToBytes(bound)));
  if (digests.size >= KEPT) digests.clear();
  digests.set(bound, digest);
  return digest;
};

/** What `statusOf` needs: the stored quote or null, its words now, the newsroom's rule and its people. */
export type StatusQuestion = {
  readonly stored: Pick<StoredQuote, 'speaker' | 'approvals'> | null;
  readonly words: string;
  readonly people: readonly Person[];
  readonly approvals: NewsroomSettings['approvals'];
};

/** The approval that a quote has: the last one of its words, speaker and role as they stand. Null where there is none. */
export const fittingApproval = (
  stored: Pick<StoredQuote, 'speaker' | 'approvals'> | null,
  words: string,
): Approval | null => {
  if (!stored?.speaker || stored.approvals.length === 0) return null;
  const digest = quoteDigest(words, stored.speaker.name, stored.speaker.role);
  return stored.approvals.findLast((approval) => approval.digest === digest) ?? null;
};

/**
 * The status of a quote. Approval is equality of digests, so a change of words, speaker or role lapses it and the old
 * text brings it back. Whose quotes need approval is said by `needsApproval`.
 */
export const statusOf = ({ stored, words, people, approvals }: StatusQuestion): QuoteStatus => {
  const speaker = stored?.speaker ?? null;
  if (stored === null || speaker === null) return 'no speaker';
  if (!needsApproval(personOf(people, speaker.person), approvals)) return 'no approval needed';
  if (stored.approvals.length === 0) return 'needs approval';
  return fittingApproval(stored, words) ? 'approved' : 'changed since approval';
};
