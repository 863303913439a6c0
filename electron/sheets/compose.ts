import { type Fault, fault } from '../../shared/fault';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Release, ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import type { Sheet, SheetForm } from '../../shared/sheets/model';
import { issuedNote, issuedSheet, makeSheet } from '../../shared/sheets/sheet';
import type { NewsroomStore } from '../newsroom/model';
import { standingEmbargo } from '../newsroom/standing-embargo';

export type Wanted = {
  readonly release: ReleaseId;
  /** As `speakerKey` gives it. */
  readonly speaker: string;
  /** The codes the page showed. */
  readonly codes: readonly string[];
};
/** A sheet and the text it was made from. */
export type Composed = { readonly release: Release; readonly sheet: Sheet };

/**
 * Makes a sheet from what the newsroom holds, not from what a page sends. Faults: those of reading and of `makeSheet`;
 * `conflict` where the codes are not those that were shown, as another text has been saved since.
 */
export const composeSheet = async (
  store: NewsroomStore,
  { release: id, speaker, codes }: Wanted,
): Promise<Result<Composed, Fault>> => {
  const opened = await store.openRelease(id);
  if (!opened.ok) return opened;
  const read = await store.read();
  if (!read.ok) return read;
  const lines = await store.versions(id);
  if (!lines.ok) return lines;
  const { release } = opened.value;
  const embargo = await standingEmbargo(store, release);
  if (!embargo.ok) return embargo;
  const { settings, people } = read.value;
  const context = { people: people.people, approvals: settings.approvals };
  const made = makeSheet(
    {
      release: { ...release, embargo: embargo.value },
      quotes: resolveQuotes(release, context),
      people: people.people,
      organisation: settings.organisation,
      zone: settings.zone,
      issued: lines.value.flatMap((line) => line.sheet ?? []),
    },
    speaker,
  );
  if (!made.ok) return made;
  const sheet = made.value;
  if (sheet.quotes.map(({ printed }) => printed).join() !== codes.join())
    return failed(
      fault('conflict', 'The words changed while the sheet was being made. Nothing was issued: look at it again.'),
    );
  return ok({ release, sheet });
};

/** Notes in the release's history that a sheet was issued: which wordings, in which form, to whom, by whom. */
export const noteSheet = async (
  store: NewsroomStore,
  { release, sheet }: Composed,
  { to, form, who }: { readonly to: string; readonly form: SheetForm; readonly who: string },
): Promise<Result<null, Fault>> => {
  const issued = issuedSheet(sheet, to, form);
  const kept = await store.keepText(release, { kind: 'sheet', who, note: issuedNote(issued), sheet: issued });
  return kept.ok ? ok(null) : kept;
};
