import { emptyRelease } from '../release/empty';
import type { Block, Day, LanguageTag, ReleaseId, Run } from '../release/model';
import { blockText, bodyWords, joinRuns } from '../release/text';
import { dateLine } from './date-line';
import { furnitureOf, isEnds, isNotesHeading } from './furniture';
import type { Furniture, ImportPreview } from './model';

export type ImportOptions = {
  /** Shown to the user, without its folder. */
  readonly fileName: string;
  /** The id the release is to have. */
  readonly id: ReleaseId;
  /** The newsroom's language, where the file does not say its own. */
  readonly language: LanguageTag;
};

/** A block as read, in order; `why` where the reader already knows that it is page furniture. */
export type Piece = { readonly block: Block; readonly why?: string };
export type ReadDocument = {
  readonly pieces: readonly Piece[];
  readonly headline: string;
  readonly date: Day | '';
  readonly language: LanguageTag | null;
};

/** A part in the release's own language says none. */
const unmarked = ({ language, ...run }: Run, own: LanguageTag): Run =>
  language === undefined || language.toLowerCase() === own.toLowerCase() ? run : { ...run, language };

/** A line that is nothing but a date counts as the release's only near its top. */
const TOP_LINES = 8;

/**
 * Joins what a reader of one format found into a preview: page furniture set apart, the date taken from a line that is
 * nothing else, what follows ENDS or "Notes to editors" put into the notes. No other word is dropped or added.
 */
export const assemble = (read: ReadDocument, { fileName, id, language }: ImportOptions): ImportPreview => {
  const furniture = furnitureOf(read.pieces.map(({ block }) => blockText(block)));
  const body: Block[] = [];
  const notes: Block[] = [];
  const dropped: Furniture[] = [];
  let date = read.date;
  let inNotes = false;
  for (const [index, { block, why }] of read.pieces.entries()) {
    const text = blockText(block);
    const into = inNotes ? notes : body;
    const drop = (reason: string): void => {
      dropped.push({ text, why: reason, place: { part: inNotes ? 'notes' : 'body', before: into.length } });
    };
    const reason = why ?? furniture[index] ?? null;
    const day = !inNotes && body.length < TOP_LINES ? dateLine(text) : null;
    if (reason !== null) drop(reason);
    else if (isEnds(text) || isNotesHeading(text)) inNotes = true;
    else if (day !== null && (date === '' || date === day.day)) {
      date = day.day;
      if (day.more) into.push(block);
      else drop('The date, which has a field of its own');
    } else into.push(block);
  }
  const own = read.language ?? language;
  const inOwn = (block: Block): Block => ({ ...block, runs: joinRuns(block.runs.map((run) => unmarked(run, own))) });
  const release = {
    ...emptyRelease(id, own),
    headline: read.headline,
    dateline: { place: '', date },
    body: body.map(inOwn),
    notes: notes.map(inOwn),
  };
  const missing: ImportPreview['missing'][number][] = [];
  if (read.headline === '') missing.push('headline');
  if (date === '') missing.push('date');
  if (body.length === 0) missing.push('body');
  return { fileName, release, dropped, missing, words: bodyWords(release) };
};
