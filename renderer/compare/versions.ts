import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { VersionHash } from '../../shared/release/model';
import { shortInstant } from '../ui/dates';

/** One of the two sides of a comparison: a version of the history, or the working text as last saved. */
export type Choice = 'working' | number;

/** What a version is called: its draft's name, or what it was saved for, and when. */
export type Named = { readonly name: string; readonly about: string };

const WORKING = 'Working text';

const KINDS: Readonly<Record<VersionKind, string>> = {
  created: 'As begun',
  imported: 'As imported',
  autosave: 'Saved as it was written',
  manual: 'Saved',
  draft: 'Draft',
  review: 'Sent for review',
  agreed: 'Agreed',
  published: 'Published',
  restored: 'Brought back',
};

/** The name and the date of a choice. */
export const nameOf = (
  choice: Choice,
  versions: readonly VersionLine[],
  { now, zone }: { readonly now: Date; readonly zone: string },
): Named => {
  const version = choice === 'working' ? undefined : versions[choice];
  if (version === undefined) return { name: WORKING, about: 'As last saved' };
  const about = `${shortInstant(version.time, now, zone)}${version.who === '' ? '' : ` · ${version.who}`}`;
  return { name: version.name === '' ? KINDS[version.kind] : version.name, about };
};

/** A name within a sentence: "Not in the working text", "Not in Draft 2". */
export const inWords = (name: string): string => (name === WORKING ? 'the working text' : name);

/**
 * What is compared when nobody has chosen yet: the last draft beside the working text; without a draft that differs from
 * it, the last version that does, rather one of the text than one that only moved the release on. Null where the history holds nothing but the working text. `working` is its hash.
 * A version asked for by its hash, `beside`, stands to the right of the working text.
 */
export const firstChoice = (
  versions: readonly VersionLine[],
  working: VersionHash,
  beside: VersionHash | null = null,
): { readonly before: Choice; readonly after: Choice } | null => {
  const wanted = versions.findLastIndex(({ object }) => object === beside);
  if (wanted !== -1) return { before: 'working', after: wanted };
  const differs = ({ object }: VersionLine): boolean => object !== working;
  const isOfText = ({ kind }: VersionLine): boolean => !['review', 'agreed', 'published'].includes(kind);
  const before = [
    versions.findLastIndex((version) => version.kind === 'draft' && differs(version)),
    versions.findLastIndex((version) => isOfText(version) && differs(version)),
    versions.findLastIndex(differs),
  ].find((index) => index !== -1);
  return before === undefined ? null : { before, after: 'working' };
};
