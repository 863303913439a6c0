import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import { isVersion } from '../../shared/newsroom/thin';
import { type Release, type VersionHash, isGone } from '../../shared/release/model';
import { readObject } from './history';
import { type Log, PUBLISHING, inOrder } from './history-log';

/*
 * What was done with a release after it was published stands in its file, which a sync program may put another in the place
 * of: that of a computer which did not know of it yet, or did something else meanwhile. The history has both, for each
 * computer writes a log of its own; so it is asked before anything goes out.
 */

const ENDING: ReadonlySet<VersionKind> = new Set<VersionKind>(['withdrawn', 'replaced', 'removed']);

/** An act that a release's history tells of and the release does not; null where it knows of all. `lines`: oldest first. */
export const unknownAct = (
  { publication, state }: Pick<Release, 'publication' | 'state'>,
  lines: readonly VersionLine[],
): VersionLine | null => unknownActs({ publication, state }, lines)[0] ?? null;

const unknownActs = (
  { publication, state }: Pick<Release, 'publication' | 'state'>,
  lines: readonly VersionLine[],
): readonly VersionLine[] => {
  // Once its text is in the archive no more, it matters no more which it was.
  if (isGone({ state })) return lines.filter(({ kind }) => kind === 'removed' && state !== 'removed');
  const ended = lines.filter(({ kind }) => ENDING.has(kind));
  const texts = lines.filter(({ kind }) => PUBLISHING.has(kind));
  if (publication === null) return [...ended, ...texts];
  const known = new Set([
    publication.version,
    ...publication.after.flatMap((act) => ('version' in act ? [act.version] : [])),
    ...firstText(publication.at, texts),
  ]);
  return [...ended, ...texts.filter(({ object }) => !known.has(object))];
};

/** The text with which it was published at an instant: the line was written right behind it, by the same clock. */
const firstText = (at: string, texts: readonly VersionLine[]): readonly VersionHash[] => {
  const apart = ({ time }: VersionLine): number => Math.abs(Date.parse(time) - Date.parse(at));
  const [first] = texts.filter(({ kind }) => kind === 'published').sort((a, b) => apart(a) - apart(b));
  return first === undefined ? [] : [first.object];
};

/**
 * As `unknownAct`, of what nobody has settled: of two texts that were published apart one can stand, and the other is settled
 * once somebody made a draft of it. That it was withdrawn is settled by no draft. `folder` is the release's, absolute.
 */
export const lostAct = async (folder: string, release: Release, logs: readonly Log[]): Promise<VersionLine | null> => {
  const lines = inOrder(logs).filter(isVersion);
  for (const act of unknownActs(release, lines))
    if (release.publication === null || !PUBLISHING.has(act.kind) || !(await isDraft(folder, act, lines))) return act;
  return null;
};

const isDraft = async (folder: string, act: VersionLine, lines: readonly VersionLine[]): Promise<boolean> => {
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'draft') continue;
    if (line.object === act.object && at > lines.indexOf(act)) return true;
    // What a conflict copy held: the release as it was published.
    const text = await readObject(folder, line.object);
    if (text.ok && text.value.publication?.version === act.object) return true;
  }
  return false;
};

const SAID: Readonly<Partial<Record<VersionKind, string>>> = {
  published: 'published',
  corrected: 'corrected',
  minor: 'changed',
  withdrawn: 'withdrawn',
  replaced: 'replaced',
  removed: 'removed',
};

/** What is told of it, with the ways on. */
export const lostActMessage = ({ kind, who }: Pick<VersionLine, 'kind' | 'who'>): string => {
  const by = who === '' ? '' : ` by ${who}`;
  const instead = ENDING.has(kind) ? 'do the same again' : 'make a draft of that version in its history';
  return `Its history says that it was ${SAID[kind] ?? kind}${by}, and it does not: another program has put another text in its place. Examine the newsroom and mend it; where that changes nothing, ${instead}.`;
};
