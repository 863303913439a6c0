import { type Release, type ReleaseState, isDraft, isEditable } from './model';
import { blockTexts } from './text';

/** The states a person moves a release between before it is published. */
export type DraftState = 'working' | 'in review' | 'agreed';

/** From each state, those to which it may go by hand. Publishing is an act of its own, and nothing comes back from it. */
const NEXT: Readonly<Record<ReleaseState, readonly DraftState[]>> = {
  working: ['in review'],
  'in review': ['agreed', 'working'],
  agreed: ['working'],
  published: [],
  corrected: [],
  withdrawn: [],
  replaced: [],
  removed: [],
};

/** Whether a release may be moved from one state to another by hand. Staying where it is is always allowed before publication. */
export const mayMove = (from: ReleaseState, to: DraftState): boolean => from === to || NEXT[from].includes(to);

/** Why the working text of a release is not edited now, without a full stop; null where it may be. */
export const whyFrozen = (release: Pick<Release, 'state' | 'publication'>): string | null =>
  isEditable(release) ? null : `The release is ${release.state}, so its text is not changed`;

/** What stands in the way of publishing, each a whole sentence; empty where nothing does. */
export const whyNotPublish = (release: Release): string[] => {
  if (!isDraft(release)) return [`The release is ${release.state} already.`];
  return whatIsMissing(release);
};

/** What stands in the way of publishing an open change of a release, each a whole sentence; empty where nothing does. */
export const whyNotPublishChange = (release: Release): string[] =>
  release.publication?.change ? whatIsMissing(release) : ['No change of the release is open.'];

const whatIsMissing = (release: Release): string[] => {
  const reasons: string[] = [];
  if (release.headline.trim() === '') reasons.push('The headline is missing.');
  if (release.dateline.date === '') reasons.push('The date is missing.');
  if (!release.body.some((block) => blockTexts(block).join('').trim() !== '')) reasons.push('The body is empty.');
  return reasons;
};
