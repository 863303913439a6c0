import type { Approval, Release } from '../release/model';

/** What the history is to say of one approval. */
export type ApprovalChange = { readonly kind: 'approval' | 'approval-undone'; readonly note: string };

/** The approvals that are in one of two texts of a release and not in the other, in the order of the text. */
export const approvalsBetween = (before: Release, after: Release): readonly ApprovalChange[] => {
  const old = keyed(before);
  const now = keyed(after);
  return [
    ...[...now].filter(([key]) => !old.has(key)).map(([, each]) => ({ kind: 'approval' as const, note: noteOf(each) })),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, each]) => ({ kind: 'approval-undone' as const, note: noteOf(each) })),
  ];
};

const keyed = ({ quotes }: Release): ReadonlyMap<string, Approval> =>
  new Map(
    quotes.flatMap(({ id, approvals }) =>
      approvals.map(
        (approval) => [`${id}/${approval.digest}/${approval.at}/${approval.approvedBy}`, approval] as const,
      ),
    ),
  );

const HOW: Readonly<Record<Approval['how'], string>> = {
  phone: 'by phone',
  email: 'by email',
  'in person': 'in person',
  'paper code': 'by paper code',
};

const LONGEST = 80;

const noteOf = ({ speaker, approvedBy, how, words }: Approval): string => {
  const flat = [...words.replace(/\s+/g, ' ')];
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST).join('').trimEnd()}…` : flat.join('');
  return `${speaker}: ${short} (${approvedBy}, ${HOW[how]})`;
};
