import { idOfOwn, ownOf } from '../../shared/archive/forbidden';
import type { Withheld } from '../../shared/archive/remembered';
import { knownNames } from '../../shared/archive/secrets';
import { select } from '../../shared/archive/select';
import type { PublishedRelease } from '../../shared/newsroom/model';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Instant } from '../../shared/release/model';
import { systemCode } from '../newsroom/save-file';
import { type LookedAt, keyHash, lookAtRelease, noteHash, ownKeyOf } from './read-releases';

/*
 * What an export finds out about public releases one by one, whatever others there are: so it can be found out while each
 * is read, and by two threads at once. It is noted as an earlier export notes it, and believed on the same terms.
 */

export type Ahead = {
  /** By what the people and the rule on approvals were: under others nothing holds. */
  readonly context: string;
  /** Those that passed their checks, by address. */
  readonly releases: Map<string, LookedAt>;
  /** What releases have beyond their pages, as `ProofNotes.own`. */
  readonly own: Map<string, Withheld>;
};

/** What stands for people and the rule on approvals. */
export const contextHash = ({ people, approvals }: ResolveContext): string =>
  keyHash(JSON.stringify([people, approvals]));

export const nothingAhead = (context: string): Ahead => ({ context, releases: new Map(), own: new Map() });

/** What several found out with these people and this rule on approvals. */
export const together = (found: readonly Ahead[], context: string): Ahead => {
  const all = nothingAhead(context);
  for (const each of found) {
    if (each.context !== context) continue;
    for (const [address, release] of each.releases) all.releases.set(address, release);
    for (const [id, own] of each.own) all.own.set(id, own);
  }
  return all;
};

/** Looks at a published release, as it is read, and notes in `ahead` what it finds out, where that is public. */
export const makeLookAhead = (
  context: ResolveContext,
  asOf: Instant,
  ahead: Ahead,
): ((published: PublishedRelease) => void) => {
  const known = knownNames(context.people);
  const look = (published: PublishedRelease): void => {
    const [each] = select([published], [], asOf).public;
    if (each === undefined) return;
    const { findings, ...found } = lookAtRelease(each, context);
    if (findings.length > 0) return;
    ahead.releases.set(each.address, found);
    // Which wordings from before its corrections a release shows depends on others.
    if (each.corrections.some(({ earlier }) => earlier !== null)) return;
    const id = idOfOwn({ hash: each.hash, key: ownKeyOf(each) }, noteHash);
    const { withheld, mayBeNoted } = ownOf(each, known);
    if (id !== null && mayBeNoted) ahead.own.set(id, withheld);
  };
  return (published) => {
    try {
      look(published);
    } catch (error) {
      // A text that is not there any more: whoever asks for it next says so.
      if (systemCode(error) === '') throw error;
    }
  };
};
