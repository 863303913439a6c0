import { COMMAND_PRIORITY_HIGH, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { Quote } from '../../../shared/quotes/model';
import { type FoundPlace, type Searched, type Wanted, findInRelease } from '../../../shared/release/find';
import { isSame } from '../../../shared/same';
import { $replaceWords } from '../mark-words';
import type { Fields, Session } from '../session';
import { $toBody } from '../to-release';

/** The texts of the open release: the body's, and the notes' where they are on the page. */
export type Texts = { readonly session: Session; readonly body: LexicalEditor; readonly notes: LexicalEditor | null };

/** The release's texts as they stand at this moment, whatever was found last. */
export const searchedNow = ({ session, body, notes }: Texts): Searched => {
  const { headline, standfirst, notes: written } = session.state().fields;
  return {
    headline,
    standfirst,
    body: body.getEditorState().read($toBody).blocks,
    notes: notes?.getEditorState().read($toBody).blocks ?? written,
  };
};

/** The approved quotes whose words found places share. To change those ends the approval. */
export const approvedAt = (places: readonly FoundPlace[], quotes: readonly Quote[]): readonly Quote[] =>
  quotes.filter(
    ({ status, ranges }) => status === 'approved' && places.some((place) => ranges.some((range) => isIn(place, range))),
  );

const isIn = (place: FoundPlace, range: Quote['ranges'][number]): boolean =>
  place.part === 'body' && place.block === range.block && place.start < range.end && range.start < place.end;

/** The found places that lie in no approved quote. */
export const outsideApproved = (places: readonly FoundPlace[], quotes: readonly Quote[]): readonly FoundPlace[] =>
  places.filter((place) => approvedAt([place], quotes).length === 0);

const replacedIn = (text: string, places: readonly FoundPlace[], by: string): string =>
  places.toReversed().reduce((left, { start, end }) => left.slice(0, start) + by + left.slice(end), text);

/** Replaces in one text, as one step of its undo: from the back, so that no place moves another. */
const inText = (editor: LexicalEditor, places: readonly FoundPlace[], by: string): void => {
  if (places.length === 0) return;
  editor.update(
    () => {
      const { keys } = $toBody();
      for (const place of places.toReversed()) if ('block' in place) $replaceWords(keys, place, by);
    },
    { tag: ['history-push', 'skip-dom-selection'], discrete: true },
  );
};

/**
 * Puts other words in found places. They must be places of the texts as they stand (`searchedNow`). In the body and in
 * the notes that is one step of undo each.
 */
export const replacePlaces = (texts: Texts, places: readonly FoundPlace[], by: string): void => {
  const of = (part: FoundPlace['part']): FoundPlace[] => places.filter((place) => place.part === part);
  const { fields } = texts.session.state();
  const change: { -readonly [Field in 'headline' | 'standfirst']?: Fields[Field] } = {};
  for (const part of ['headline', 'standfirst'] as const)
    if (of(part).length > 0) change[part] = replacedIn(fields[part], of(part), by);
  if (Object.keys(change).length > 0) texts.session.setFields(change);
  inText(texts.body, of('body'), by);
  if (texts.notes) inText(texts.notes, of('notes'), by);
};

/** A replacement that reached fields too, and the texts before and after it. */
type Replacement = { readonly texts: Texts; readonly before: Searched; readonly after: Searched };

/** Of each body the replacements that its undo and redo take along. */
const replacements = new WeakMap<LexicalEditor, Replacement[]>();

/**
 * Undo and redo in the body go over a replacement as a whole: what it changed in the fields and the notes goes along, as
 * long as everything is as it left it, or as it was before.
 */
export const undoneTogether = (texts: Texts, before: Searched, after: Searched): void => {
  const known = replacements.get(texts.body);
  if (known !== undefined) {
    known.push({ texts, before, after });
    return;
  }
  const all: Replacement[] = [{ texts, before, after }];
  replacements.set(texts.body, all);
  const follow = (command: typeof UNDO_COMMAND, from: 'before' | 'after', to: 'before' | 'after'): void => {
    const take = (replacement: Replacement): boolean =>
      goAlong(replacement.texts, replacement[from], replacement[to], command);
    texts.body.registerCommand(
      command,
      () => {
        all.findLast(take);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    );
  };
  follow(UNDO_COMMAND, 'after', 'before');
  follow(REDO_COMMAND, 'before', 'after');
};

/** Takes fields and notes from one state to another, where all stands as in the first. Whether it did. */
const goAlong = (texts: Texts, from: Searched, to: Searched, command: typeof UNDO_COMMAND): boolean => {
  const { headline, standfirst } = texts.session.state().fields;
  if (headline !== from.headline || standfirst !== from.standfirst || !isSame(searchedNow(texts), from)) return false;
  texts.session.setFields({ headline: to.headline, standfirst: to.standfirst });
  if (!isSame(from.notes, to.notes)) texts.notes?.dispatchCommand(command, undefined);
  return true;
};

/** Found again in the texts as they stand, and whether a place is still among them. */
export const isStillThere = (texts: Texts, wanted: Wanted, place: FoundPlace): boolean =>
  findInRelease(searchedNow(texts), wanted).some((each) => JSON.stringify(each) === JSON.stringify(place));
