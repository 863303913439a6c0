import { versionName } from '../../shared/newsroom/kind-words';
import type { ReleaseSummary, VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { shortInstant } from '../ui/dates';

/**
 * One of the two sides of a comparison: a version of the history, the working text as last saved, another release as it is
 * saved, or a file from outside the newsroom.
 */
export type Choice = 'working' | number | `release ${ReleaseId}` | 'file';

/** What is not of this release: the names by which it is shown. */
export type Elsewhere = {
  readonly releases: readonly ReleaseSummary[];
  /** The file that was chosen; null while none is. */
  readonly file: { readonly name: string; readonly release: Release } | null;
};
export const NOTHING_ELSEWHERE: Elsewhere = { releases: [], file: null };

/** The release that a choice names; null for one of this release, or a file. */
export const otherRelease = (choice: Choice): ReleaseId | null =>
  typeof choice === 'string' && choice.startsWith('release ') ? (choice.slice('release '.length) as ReleaseId) : null;

/** Reads a choice as a list of options holds it. */
export const readChoice = (value: string): Choice =>
  /^[0-9]+$/u.test(value) ? Number(value) : (value as Exclude<Choice, number>);

/** What stands side by side. */
export type Pair = { readonly before: Choice; readonly after: Choice };

/** What a version is called: its draft's name, or what it was saved for, and when. */
export type Named = { readonly name: string; readonly about: string };

const WORKING = 'Working text';

/** The name and the date of a choice. */
export const nameOf = (
  choice: Choice,
  versions: readonly VersionLine[],
  { now, zone }: { readonly now: Date; readonly zone: string },
  { releases, file }: Elsewhere = NOTHING_ELSEWHERE,
): Named => {
  if (choice === 'file') return { name: file?.name ?? 'A file', about: 'From outside the newsroom' };
  const other = otherRelease(choice);
  if (other !== null) {
    const summary = releases.find(({ id }) => id === other);
    const headline = summary?.headline ?? '';
    return {
      name: headline === '' ? 'Another release' : shortened(headline),
      about:
        summary === undefined ? 'As last saved' : `${summary.state}, saved ${shortInstant(summary.savedAt, now, zone)}`,
    };
  }
  const version = typeof choice === 'number' ? versions[choice] : undefined;
  if (version === undefined) return { name: WORKING, about: 'As last saved' };
  const about = `${shortInstant(version.time, now, zone)}${version.who === '' ? '' : ` · ${version.who}`}`;
  return { name: versionName(version), about };
};

const shortened = (headline: string): string =>
  headline.length <= 48 ? headline : `${headline.slice(0, 46).trimEnd()}…`;

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
): Pair | null => {
  const wanted = versions.findLastIndex(({ object }) => object === beside);
  if (wanted !== -1) return { before: 'working', after: wanted };
  const differs = ({ object }: VersionLine): boolean => object !== working;
  const isOfText = ({ kind }: VersionLine): boolean =>
    !['review', 'agreed', 'published', 'override', 'withdrawn', 'replaced', 'trashed', 'put-back', 'sheet'].includes(
      kind,
    );
  const before = [
    versions.findLastIndex((version) => version.kind === 'draft' && differs(version)),
    versions.findLastIndex((version) => isOfText(version) && differs(version)),
    versions.findLastIndex(differs),
  ].find((index) => index !== -1);
  return before === undefined ? null : { before, after: 'working' };
};

/** A pair that is often wanted: its digit (with Alt), what it is, and the pair, or null with why there is none. */
export type CommonPair = {
  readonly digit: '1' | '2' | '3' | '4' | '5' | '6' | '7';
  readonly name: string;
  readonly pair: Pair | null;
  readonly why: string;
};

/**
 * The pairs that a review asks for, each under one key. In: the versions, oldest first, and the hash of the working text.
 * A pair is there although its two sides are alike: that nothing changed since a review is an answer too.
 */
export const commonPairs = (versions: readonly VersionLine[], working: VersionHash): readonly CommonPair[] => {
  const last = (...kinds: readonly VersionKind[]): number =>
    versions.findLastIndex(({ kind }) => kinds.some((each) => each === kind));
  const besideWorking = (index: number): Pair | null => (index === -1 ? null : { before: index, after: 'working' });
  const draft = last('draft');
  const draftBefore = versions.findLastIndex(({ kind }, index) => kind === 'draft' && index < draft);
  return [
    { digit: '1', name: 'Last draft, working text', pair: besideWorking(draft), why: 'No draft is named yet' },
    {
      digit: '2',
      name: 'Last two drafts',
      pair: draftBefore === -1 ? null : { before: draftBefore, after: draft },
      why: 'Two drafts are not named yet',
    },
    {
      digit: '3',
      name: 'Last sent for review, working text',
      pair: besideWorking(last('review')),
      why: 'Not sent yet',
    },
    { digit: '4', name: 'Last agreed, working text', pair: besideWorking(last('agreed')), why: 'Not agreed yet' },
    {
      digit: '5',
      name: 'Published, working text',
      // What readers have is the last of them: a correction is published over the text before it.
      pair: besideWorking(last('published', 'corrected', 'minor')),
      why: 'Not published yet',
    },
    {
      digit: '6',
      name: 'Version before, working text',
      pair: besideWorking(versions.findLastIndex(({ object }) => object !== working)),
      why: 'There is no other version',
    },
    {
      digit: '7',
      name: 'Last approval of a quote, working text',
      pair: besideWorking(last('approval')),
      why: 'No quote is approved yet',
    },
  ];
};

/** The versions by what they are for, newest first, as indices: what the choice of one side lists. */
export const versionGroups = (
  versions: readonly VersionLine[],
): readonly { readonly name: string; readonly versions: readonly number[] }[] => {
  const newest = [...versions.keys()].toReversed();
  const of = (kinds: readonly VersionKind[], isOneOf = true): readonly number[] =>
    newest.filter((index) => kinds.some((kind) => kind === versions[index]?.kind) === isOneOf);
  const passed: readonly VersionKind[] = ['review', 'agreed', 'published', 'corrected', 'withdrawn'];
  return [
    { name: 'Drafts', versions: of(['draft']) },
    { name: 'Reviewed, agreed, published', versions: of(passed) },
    { name: 'Other versions', versions: of(['draft', ...passed], false) },
  ].filter((group) => group.versions.length > 0);
};

/** Two versions to begin with, chosen elsewhere: the older, and the newer or the working text. */
export type Between = { readonly before: VersionLine; readonly after: VersionLine | 'working' };

/** The choices for two versions of a history; null where one of them is no longer in it. */
export const choicesOf = ({ before, after }: Between, versions: readonly VersionLine[]): Pair | null => {
  const indexOf = (line: VersionLine): number =>
    versions.findIndex((each) => each.object === line.object && each.time === line.time && each.seq === line.seq);
  const left = indexOf(before);
  const right = after === 'working' ? 'working' : indexOf(after);
  return left === -1 || right === -1 ? null : { before: left, after: right };
};
