import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical';
import { isSameText } from '../../shared/compare/carry-out';
import { type Fault, fault } from '../../shared/fault';
import { mayThin } from '../../shared/newsroom/thin';
import type { ReleaseId, VersionHash } from '../../shared/release/model';
import { mayMove } from '../../shared/release/states';
import { type Result, failed, ok } from '../../shared/result';
import { type PlacedChange, type TakenReply, changeReview } from '../../shared/review/change';
import { draftKey, whyNotAgree, writersOf } from '../../shared/review/draft-state';
import { remarkId } from '../../shared/review/id';
import type { DraftKey, DraftState, Review } from '../../shared/review/model';
import { makeWriter } from './amend';
import type { Filed, Ground } from './ground';
import { readObject } from './history';
import { readVersions } from './history-log';
import type { NewsroomStore } from './model';
import { readReview, writeReview } from './review-file';

type ReviewActs = Pick<NewsroomStore, 'review' | 'changeReview' | 'agree' | 'takeReply'> & {
  /** The release was sent for review, or back: the draft with its words was too. */
  readonly noteState: (id: ReleaseId, to: DraftState, who: string) => Promise<void>;
};

const isSameDraft = (one: DraftKey, other: DraftKey): boolean => one.object === other.object && one.time === other.time;

const isThere = (
  { remarks }: Review,
  { anchor, by, text, proposed }: TakenReply['remarks'][number],
  object: VersionHash,
): boolean =>
  remarks.some(
    (there) =>
      there.object === object &&
      canonicalJson([there.anchor, there.by, there.text, there.proposed]) ===
        canonicalJson([anchor, by, text, proposed]),
  );

/** What reviewers say of a release and its drafts, and the agreement that needs a second pair of eyes. */
export const reviewActs = (ground: Ground): ReviewActs => {
  const { now, fs, keeper, onShown, onLiving, keepBefore, onFault } = ground;
  const { amend } = makeWriter(ground);

  const write = async (
    { folder, release }: Filed,
    changes: readonly PlacedChange[],
    who: string,
  ): Promise<Result<Review, Fault>> => {
    const read = await readReview(folder, release.id);
    if (!read.ok) return read;
    const at = now().toISOString();
    const review = changes.reduce(
      (before, change) => changeReview(before, change, { who, at, id: remarkId(randomBytes(12)) }),
      read.value.review,
    );
    await writeReview(folder, review, read.value.bytes, fs);
    return ok(review);
  };

  /** The version that a remark stands on: kept, so that its text is there as long as the remark is. */
  const versionFor = async (
    filed: Filed,
    object: VersionHash | null,
    who: string,
  ): Promise<Result<VersionHash, Fault>> => {
    const { folder, release } = filed;
    const wanted = object ?? filed.version;
    const lines = (await readVersions(folder)).filter((line) => line.object === wanted);
    if (lines.some(({ kind }) => !mayThin(kind))) return ok(wanted);
    if (object === null) {
      await keeper.keep(folder, release, { kind: 'manual', who });
      return ok(wanted);
    }
    const read = await readObject(folder, wanted);
    if (!read.ok) return read;
    if (lines.length === 0)
      return failed(fault('refused', 'That text is not a version of this release.', { where: folder }));
    await keeper.add(folder, release.id, wanted, { kind: 'manual', who });
    return ok(wanted);
  };

  /** The newest draft whose words are those of the release as it stands; null where there is none. */
  const draftOf = async ({ folder, release }: Filed): Promise<DraftKey | null> => {
    const line = (await readVersions(folder)).findLast(({ kind }) => kind === 'draft');
    const read = line === undefined ? null : await readObject(folder, line.object);
    return line !== undefined && read?.ok === true && isSameText(read.value, release) ? draftKey(line) : null;
  };

  /** Whether a draft may be said to have come so far. */
  const mayStep = async (
    { folder }: Filed,
    { draft, to, by, checks, text }: Extract<PlacedChange, { readonly what: 'step' }>,
  ): Promise<Result<null, Fault>> => {
    const lines = await readVersions(folder);
    const refuse = (why: string) => failed(fault('refused', why, { where: folder }));
    if (!lines.some((line) => line.kind === 'draft' && isSameDraft(line, draft)))
      return refuse('There is no such draft of this release.');
    const reasons =
      to === 'agreed' ? whyNotAgree({ reviewer: by, checks, reason: text, writers: writersOf(lines) }) : [];
    return reasons.length === 0 ? ok(null) : refuse(`It is not agreed. ${reasons.join(' ')}`);
  };

  return {
    review: (id) =>
      onShown(id, async ({ folder }) => {
        const read = await readReview(folder, id);
        return read.ok ? ok(read.value.review) : read;
      }),
    changeReview: (id, change, who) =>
      onLiving(id, async (filed) => {
        if (change.what !== 'remark') {
          const may = change.what === 'step' ? await mayStep(filed, change) : ok(null);
          return may.ok ? write(filed, [change], who) : may;
        }
        const object = await versionFor(filed, change.object, who);
        return object.ok ? write(filed, [{ ...change, object: object.value }], who) : object;
      }),
    takeReply: (id, { text, draft, remarks }, who) =>
      onLiving(id, async (filed) => {
        const before = await readReview(filed.folder, id);
        if (!before.ok) return before;
        // A file that is brought in once more brings nothing new.
        const fresh = remarks.filter((remark) => !isThere(before.value.review, remark, text));
        if (fresh.length === 0) return ok({ review: before.value.review, draft: null });
        const line =
          draft === null
            ? null
            : await keeper.keep(filed.folder, draft.release, { kind: 'draft', who, name: draft.name });
        const changes = fresh.map((remark) => ({ ...remark, what: 'remark' as const, object: text }));
        const written = await write(filed, changes, who);
        return written.ok ? ok({ review: written.value, draft: line }) : written;
      }),
    agree: (id, { by, text, checks }, who) =>
      onLiving(id, async (filed) => {
        const { folder, release } = filed;
        const refuse = (why: string) => failed(fault('refused', why, { where: folder }));
        if (!mayMove(release.state, 'agreed') || release.state === 'agreed')
          return refuse(`A release that is ${release.state} cannot become agreed.`);
        const writers = writersOf(await readVersions(folder));
        const reasons = whyNotAgree({ reviewer: by, checks, reason: text, writers });
        if (reasons.length > 0) return refuse(`It is not agreed. ${reasons.join(' ')}`);
        const draft = await draftOf(filed);
        await keepBefore(filed, who);
        const amended = await amend(filed, { state: 'agreed' });
        const note = checks.includes('alone') ? `Read by ${by}, nobody else: ${text}` : `Second pair of eyes: ${by}`;
        await keeper.keep(folder, amended.release, { kind: 'agreed', who, note });
        const step = { what: 'step', to: 'agreed', by, text, checks } as const;
        const noted = draft === null ? ok(null) : await write(filed, [{ ...step, draft }], who);
        if (!noted.ok) onFault(noted.fault);
        return ok(amended);
      }),
    noteState: async (id, to, who) => {
      const noted = await onLiving<null>(id, async (filed) => {
        const draft = await draftOf(filed);
        const read = await readReview(filed.folder, id);
        if (draft === null || !read.ok) return read.ok ? ok(null) : read;
        const last = read.value.review.steps.findLast(({ draft: of }) => isSameDraft(of, draft));
        if (last?.to === to) return ok(null);
        const step = { what: 'step' as const, draft, to, by: who, text: '', checks: [] } satisfies PlacedChange;
        const written = await write(filed, [step], who);
        return written.ok ? ok(null) : written;
      });
      // The release was moved on all the same, and its history says so.
      if (!noted.ok) onFault(fault('disk', 'The draft’s state could not be noted beside the release.', noted.fault));
    },
  };
};
