import path from 'node:path';
import type { ExportProgress } from '../../shared/archive/model';
import type { ArchiveSettings } from '../../shared/archive/theme';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { ResolveContext } from '../../shared/quotes/resolve';
import type { Instant } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import type { NewsroomContents } from '../newsroom/model';
import { apartFrom, isWithin } from '../newsroom/within';
import { type ExistingBundle, NO_BUNDLE, existingBundle, leftOvers, notOverReaders, putBack } from './bundle-folder';
import type { Help } from './help';
import type { SigningKey } from './minisign';
import { keyHash } from './read-releases';
import { type ExportState, readState, statePlace } from './state';
import { finishUpdates } from './update-bundle';
import { Cancelled } from './write-bundle';
import { zipToReplace } from './zip-bundle';

export type ExportRequest = {
  /** The newsroom's folder, in and around which no bundle may go. */
  readonly newsroom: string;
  readonly contents: NewsroomContents;
  /** The folder the bundle goes to; null only for a plan. */
  readonly out: string | null;
  readonly asOf: Instant;
  /** Allows an `asOf` to come. What is written of one says so on every page. */
  readonly preview: boolean;
  /** Write nothing; say what would be. */
  readonly plan: boolean;
  /** Besides, the bag as a zip goes here. */
  readonly zip?: string | null;
  /** Signs the manifest. A preview cannot be signed. */
  readonly sign?: SigningKey | null;
  /** Sources, register and dates lie beside the website: for the next office, not for the web. */
  readonly handover?: boolean;
  /** Milliseconds since 1970; an `asOf` after it must be a preview. */
  readonly now?: number;
  /** The app's own data, where it is noted what was exported; left out, every file is made and compared. */
  readonly data?: string;
  /** Names the program that makes the bundle: what another one noted is not believed. */
  readonly program?: string;
  /** Where it is noted what is known of public texts (`known-texts`); left out, nothing is. */
  readonly texts?: string;
  /** What helps where there is much to do; left out, all is done here. */
  readonly help?: Help;
  /** Hears how far the work is. */
  readonly progress?: (now: ExportProgress) => void;
  /**
   * Of a plan: pages that would be new or changed are put into this folder of the app's own, to be looked at. A preview's are
   * those that change besides the mark which each of them bears.
   */
  readonly pages?: string | null;
  /** Stops it: the last bundle stays. */
  readonly signal?: AbortSignal | null;
};

/** What an export begins with: by what it is made, what stands where it goes, and what is known of that. */
export type Ground = {
  readonly settings: ArchiveSettings;
  readonly context: ResolveContext;
  /** Whether every page is made with the mark of a preview: always where one is written. */
  readonly isMarked: boolean;
  /** Where it is noted what was exported; null where it is not, and for a bundle that is marked. */
  readonly stateFile: string | null;
  /** Of the program, the settings and the people; what was noted under another is not believed. */
  readonly base: string;
  readonly state: ExportState | null;
  readonly before: ExistingBundle;
  /** The addresses of the zip that the next one replaces. */
  readonly lastZip: readonly string[];
  /** What lies beside the folder from an export that was cut short, and cannot be brought to its end. */
  readonly left: readonly string[];
};

/** Looks whether a request can be done, and at what stands where its bundle goes. Faults: as `exportBundle`. */
export const lookAtGround = async (request: ExportRequest): Promise<Result<Ground, Fault>> => {
  const { contents, out, preview, plan, pages = null } = request;
  const refusal = refusalOf(request);
  if (refusal !== null) return failed(fault('refused', refusal));
  const { people, lookFiles } = contents;
  const settings = lookFiles === undefined ? contents.settings : { ...contents.settings, lookFiles };
  const base = keyHash([request.program ?? '', canonicalJson(settings), canonicalJson(people)].join('\n'));
  const isOnlyLookedAt = plan && pages !== null;
  const isMarked = preview && !isOnlyLookedAt;
  const { data } = request;
  const stateFile = out === null || data === undefined || isMarked ? null : statePlace(data, request.newsroom, out);
  const state = stateFile === null ? null : await readState(stateFile, base);
  const before = out === null ? ok(NO_BUNDLE) : await lookAtFolder(request, out, state);
  if (!before.ok) return before;
  const zip = await lookAtZip(request);
  if (!zip.ok) return zip;
  const left = out === null ? ok([]) : await onDisk(out, async () => ok(await leftOvers(out)));
  if (!left.ok) return left;
  const context = { people: people.people, approvals: settings.approvals };
  const [bundle, lastZip] = [before.value, zip.value];
  return ok({ settings, context, isMarked, stateFile, base, state, before: bundle, lastZip, left: left.value });
};

/** Tells how far an export is. Throws `Cancelled` where somebody stopped it. */
export const tellOf =
  ({ progress, signal }: Pick<ExportRequest, 'progress' | 'signal'>): ((now: ExportProgress) => void) =>
  (now) => {
    if (signal?.aborted === true) throw new Cancelled();
    progress?.(now);
  };

const refusalOf = ({
  asOf,
  preview,
  sign = null,
  handover = false,
  now = Date.now(),
}: ExportRequest): string | null => {
  if (!isInstant(asOf)) return `“${asOf}” is no instant.`;
  if (Date.parse(asOf) > now && !preview)
    return 'The bundle cannot be made for an instant to come. Make a preview instead.';
  if (preview && handover) return 'A preview is not handed over: it holds what is not public yet.';
  return preview && sign !== null ? 'A preview cannot be signed.' : null;
};

/** Whether a text is an instant in the one form that means the same on every machine. */
const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/**
 * The bundle that is there, put back into its place first where an export was cut short; a plan moves nothing. No preview
 * takes the place of the bundle that readers have.
 */
const lookAtFolder = (
  { newsroom, plan, preview }: ExportRequest,
  out: string,
  state: ExportState | null,
): Promise<Result<ExistingBundle, Fault>> =>
  onDisk(out, async () => {
    const apart = await apartFrom(newsroom, out);
    if (!apart.ok) return apart;
    if (plan) await finishUpdates(out);
    else await putBack(out);
    const there = await existingBundle(out, state ?? undefined);
    const isForReaders = there.ok && there.value.hashes.size > 0 && !there.value.preview;
    return preview && !plan && isForReaders ? notOverReaders(out) : there;
  });

/** The addresses that the zip which lies there made public. */
const lookAtZip = async ({
  newsroom,
  out,
  zip = null,
  preview,
  plan,
}: ExportRequest): Promise<Result<readonly string[], Fault>> => {
  if (zip === null) return ok([]);
  const apart = await onDisk(zip, () => apartFrom(newsroom, zip));
  if (!apart.ok) return apart;
  if (out !== null && isWithin(path.resolve(zip), path.resolve(out)))
    return failed(
      fault('refused', 'The zip would lie in the bundle’s own folder. Choose another place.', { where: zip }),
    );
  return zipToReplace(zip, { preview: preview && !plan });
};
