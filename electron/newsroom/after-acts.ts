import { whyNotMinor } from '../../shared/compare/minor';
import { type Fault, fault } from '../../shared/fault';
import { restoredFrom } from '../../shared/newsroom/restore';
import { addressBeside, placeKey, placesOf } from '../../shared/release/address';
import { hasEnded, publicSince } from '../../shared/release/embargo';
import type {
  AfterPublication,
  CorrectedAct,
  Instant,
  OpenChange,
  Publication,
  Release,
} from '../../shared/release/model';
import { whyNotPublishChange } from '../../shared/release/states';
import { type Result, failed, ok } from '../../shared/result';
import { isSame } from '../../shared/same';
import { isKnown } from './addresses';
import { makeWriter } from './amend';
import type { Filed, Ground } from './ground';
import { readObject, writeObject } from './history';
import type { NewsroomStore } from './model';
import { readReleases } from './read-all';

type AfterActs = Pick<
  NewsroomStore,
  'beginChange' | 'publishChange' | 'cancelChange' | 'withdraw' | 'replace' | 'changeAddress'
>;

/** A published release, with what publication says of it. */
type Out = { readonly filed: Filed; readonly release: Release; readonly publication: Publication };

/** A text that is about to take the public one's place. */
type Change = { readonly publication: Publication; readonly frozen: Release; readonly release: Release };

const isHeld = ({ embargo }: Pick<Release, 'embargo'>, at: Instant): boolean =>
  embargo !== null && !hasEnded(embargo, Date.parse(at));

/** Whether the public text was for readers at an instant, by its own embargo alone: one set since may have held it back. */
const wasOut = ({ publication, frozen }: Change, at: Instant): boolean =>
  Date.parse(publication.at) <= Date.parse(at) && !isHeld(frozen, at);

/** Whether readers may have seen the text before a change: what was corrected before that is none of their business. */
const mayHaveBeenOut = (change: Change, { at: begun }: OpenChange, at: Instant): boolean =>
  wasOut(change, begun) || (wasOut(change, at) && !isHeld(change.release, at));

/** Whether they surely have: where it was not out when the change was begun, another embargo may have held it back since. */
const wasSurelyOut = (change: Change, { at: begun }: OpenChange): boolean =>
  wasOut(change, begun) || isSame(change.release.embargo, change.frozen.embargo);

/** The acts up to one that takes the place of a correction that never was for readers: what that says is none of theirs. */
const withoutUnheard = (after: readonly AfterPublication[], unheard: CorrectedAct | undefined): AfterPublication[] =>
  after.map((act) => (act === unheard ? { kind: 'minor', at: act.at, by: act.by, version: unheard.version } : act));

/** What is done with a release after it was published. The public text is the frozen one until another is frozen. */
export const afterActs = (ground: Ground): AfterActs => {
  const { folder, now, fs, queue, presence, pauses, keeper, onRelease, keepBefore, keepUnkept, read } = ground;
  const { amend } = makeWriter(ground);
  const refused = ({ folder }: Filed, message: string) => failed(fault('refused', message, { where: folder }));

  /** Runs work on a release that is public as it stands, in the name of somebody who is said. */
  const onPublic = <Value>(
    id: Release['id'],
    who: string,
    work: (out: Out) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> =>
    onRelease(id, async (filed) => {
      const { release } = filed;
      const { publication, state } = release;
      if (publication === null || (state !== 'published' && state !== 'corrected'))
        return refused(filed, `The release is ${state}, so nothing public can be changed or taken back.`);
      if (who.trim() === '') return refused(filed, 'It is not said who does this.');
      return work({ filed, release, publication });
    });

  /** The release with the public text in the working text's place; what stands there becomes a version first. */
  const publicText = async ({ filed, release, publication }: Out, who: string): Promise<Result<Release, Fault>> => {
    if (publication.change === null) return ok(release);
    const frozen = await readObject(filed.folder, publication.version);
    if (!frozen.ok) return frozen;
    await pauses.inTurn(release.id);
    await keepUnkept(filed, release, who, 'manual');
    const { embargo, contacts } = frozen.value;
    return ok({
      ...restoredFrom(release, frozen.value),
      embargo,
      contacts,
      publication: { ...publication, change: null },
    });
  };

  const beginChange: NewsroomStore['beginChange'] = (id, { kind, note, withoutEarlier }, who) =>
    onPublic(id, who, async ({ filed, release, publication }) => {
      // What was meant as minor and is more than that becomes a correction, with the text it has.
      const isMade = publication.change?.kind === 'minor' && kind === 'corrected';
      if (publication.change !== null && !isMade) return refused(filed, 'A change of this release is open already.');
      if (kind === 'corrected' && note.trim() === '')
        return refused(filed, 'A correction needs a note: readers are told what was wrong.');
      await keepBefore(filed, who);
      const isHidden = kind === 'corrected' && withoutEarlier === true;
      const at = publication.change?.at ?? now().toISOString();
      // Before the first change the text is as it was frozen; from now on its embargo may be another.
      const since = publicSince(publication, release.embargo);
      const isNew = publication.change === null && Date.parse(since) <= Date.parse(at);
      const change: OpenChange = {
        kind,
        by: who,
        // By when it was begun it is told what readers may have seen.
        at,
        note: kind === 'corrected' ? note.trim() : '',
        ...(isHidden ? { withoutEarlier } : {}),
      };
      const begunOn = { ...publication, ...(isNew ? { since } : {}), change };
      const amended = await amend(filed, { publication: begunOn });
      const made = isMade ? 'The minor change was made a correction' : 'A correction was begun';
      const begun = kind === 'corrected' ? made : 'A minor change was begun';
      await keeper.keep(filed.folder, amended.release, { kind: 'manual', who, note: begun });
      await writeObject(filed.folder, amended.release, fs);
      return ok(amended);
    });

  const publishChange: NewsroomStore['publishChange'] = (id, who) =>
    onPublic(id, who, async ({ filed, release, publication }) => {
      const { change } = publication;
      if (change === null) return refused(filed, 'No change of this release is open.');
      const frozen = await readObject(filed.folder, publication.version);
      if (!frozen.ok) return frozen;
      const reasons = whyNotPublishChange(release);
      if (change.kind === 'minor') reasons.push(...whyNotMinor(frozen.value, release));
      if (reasons.length > 0) {
        const instead = change.kind === 'minor' ? ' Give the change up, or make it a correction.' : '';
        return refused(filed, `The change was not published. ${reasons.join(' ')}${instead}`);
      }
      await pauses.inTurn(id);
      const version = await writeObject(filed.folder, release, fs);
      const at = now().toISOString();
      const was = { publication, frozen: frozen.value, release };
      const mayBeKnown = mayHaveBeenOut(was, change, at);
      // A correction that was held back itself: what readers had before it, they have until now.
      const unheard = mayBeKnown
        ? undefined
        : publication.after.findLast(
            (act): act is CorrectedAct => act.kind === 'corrected' && act.version === publication.version,
          );
      // Its note goes on with a text that is hardly another one.
      const note = change.kind === 'corrected' ? change.note : (unheard?.note ?? '');
      const earlier = unheard === undefined && wasSurelyOut(was, change) ? publication.version : unheard?.earlier;
      const told =
        change.withoutEarlier || unheard?.withoutEarlier
          ? { withoutEarlier: true as const }
          : earlier === undefined
            ? {}
            : { earlier };
      const act: AfterPublication =
        (change.kind === 'corrected' && mayBeKnown) || unheard !== undefined
          ? { kind: 'corrected', at, by: who, version, note, ...told }
          : { kind: 'minor', at, by: who, version };
      const after = [...withoutUnheard(publication.after, unheard), act];
      const state = act.kind === 'corrected' ? 'corrected' : release.state;
      const amended = await amend(filed, { state, publication: { ...publication, version, after, change: null } });
      await keeper.keep(filed.folder, release, {
        kind: change.kind === 'minor' ? 'minor' : act.kind,
        who,
        ...(change.note === '' ? {} : { note: change.note }),
      });
      await writeObject(filed.folder, amended.release, fs);
      return ok(amended);
    });

  const cancelChange: NewsroomStore['cancelChange'] = (id, who) =>
    onPublic(id, who, async (out) => {
      const { filed, publication } = out;
      if (publication.change === null) return refused(filed, 'No change of this release is open.');
      const back = await publicText(out, who);
      if (!back.ok) return back;
      const amended = await amend(filed, back.value);
      const note = 'The change was given up: the text is the public one again';
      await keeper.keep(filed.folder, amended.release, { kind: 'restored', who, note });
      return ok(amended);
    });

  /** Takes a release out of the archive: its address stays, and says why. */
  const end = (
    out: Out,
    who: string,
    state: 'withdrawn' | 'replaced',
    act: AfterPublication & { readonly reason: string },
  ): ReturnType<NewsroomStore['withdraw']> => {
    const { filed } = out;
    return publicText(out, who).then(async (back) => {
      if (!back.ok) return back;
      await keepBefore(filed, who);
      const publication = { ...out.publication, change: null, after: [...out.publication.after, act] };
      const amended = await amend(filed, { ...back.value, state, publication });
      await keeper.keep(filed.folder, amended.release, { kind: state, who, note: act.reason });
      return ok(amended);
    });
  };

  const withdraw: NewsroomStore['withdraw'] = (id, reason, who) =>
    onPublic(id, who, async (out) => {
      if (reason.trim() === '') return refused(out.filed, 'A withdrawal needs a reason: readers are told it.');
      const act = { kind: 'withdrawn' as const, at: now().toISOString(), by: who, reason: reason.trim() };
      return end(out, who, 'withdrawn', act);
    });

  const replace: NewsroomStore['replace'] = (id, by, reason, who) =>
    onPublic(id, who, async (out) => {
      const { filed } = out;
      if (reason.trim() === '') return refused(filed, 'A replacement needs a reason: readers are told it.');
      const other = by === id ? null : await read(by);
      const isPublic =
        other?.ok === true &&
        (other.value.release.state === 'published' || other.value.release.state === 'corrected') &&
        !isHeld(other.value.release, now().toISOString());
      if (!isPublic) return refused(filed, 'What takes its place must be another release that is public.');
      const act = { kind: 'replaced' as const, at: now().toISOString(), by: who, reason: reason.trim(), release: by };
      return end(out, who, 'replaced', act);
    });

  const changeAddress: NewsroomStore['changeAddress'] = (id, words, who) =>
    // One at a time in the whole newsroom, as publishing: no two releases get one address.
    queue.run('publish', () =>
      onPublic(id, who, async ({ filed, publication }) => {
        const address = addressBeside(publication.address, words);
        if (address === null || words.trim() === '')
          return refused(filed, 'Nothing can stand at this address. Choose other words.');
        if (address === publication.address) return refused(filed, 'It stands at this address already.');
        if ((presence?.missing().size ?? 0) > 0)
          return refused(filed, 'Many releases are not there, so it cannot be said which addresses are taken.');
        const { releases } = await readReleases(folder);
        const others = releases.filter(({ release }) => release.id !== id);
        if (others.some(({ release }) => placesOf(release).includes(placeKey(address))))
          return refused(filed, `Another release stands or stood at ${address}. Choose other words.`);
        const at = now().toISOString();
        await keepBefore(filed, who);
        const own = releases.find(({ release }) => release.id === id);
        const wasKnown = own === undefined || (await isKnown(folder, own, at));
        const before = publication.formerly ?? [];
        const formerly = wasKnown ? [...before, { address: publication.address, until: at, by: who }] : before;
        const amended = await amend(filed, {
          publication: { ...publication, address, ...(formerly.length === 0 ? {} : { formerly }) },
        });
        const note = `Its address was ${publication.address} and is ${address}`;
        await keeper.keep(filed.folder, amended.release, { kind: 'manual', who, note });
        await writeObject(filed.folder, amended.release, fs);
        return ok(amended);
      }),
    );

  return { beginChange, publishChange, cancelChange, withdraw, replace, changeAddress };
};
