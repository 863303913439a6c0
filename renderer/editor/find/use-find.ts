import {
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  UNDO_COMMAND,
  getNearestEditorFromDOMNode,
} from 'lexical';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Quote } from '../../../shared/quotes/model';
import { type FoundPlace, type Searched, type Wanted, findInRelease } from '../../../shared/release/find';
import { isSame } from '../../../shared/same';
import { announce, refuse } from '../../ui/announce';
import type { Session } from '../session';
import { useSession } from '../use-session';
import {
  type Texts,
  approvedAt,
  isStillThere,
  outsideApproved,
  replacePlaces,
  searchedNow,
  undoneTogether,
} from './replace';
import { showPlace } from './show-place';

/** What waits for the writer's word: a replacement that would change approved quotes. */
export type Asked = {
  readonly quotes: readonly Quote[];
  readonly all: readonly FoundPlace[];
  readonly others: readonly FoundPlace[];
};

/** A replacement that can be taken back at one stroke while the texts are as it left them. */
type Done = {
  readonly before: Searched;
  readonly after: Searched;
  readonly inBody: boolean;
  readonly wanted: Wanted;
  readonly count: number;
};

/** The notes' editor, as it stands on the page. */
const notesEditor = (): LexicalEditor | null => {
  const root = document.querySelector('.body.notes .text');
  return root ? getNearestEditorFromDOMNode(root) : null;
};

const replacedWords = (count: number): string =>
  count === 0 ? 'Nothing replaced' : `Replaced in ${count === 1 ? 'one place' : `${String(count)} places`}`;

/** Finding and replacing in the open release. Knows what is wanted and which place is looked at; the bar shows it. */
export const useFind = (session: Session, body: LexicalEditor) => {
  const state = useDeferredValue(useSession(session));
  const [wanted, setWanted] = useState<Wanted>(() => ({
    words: selectedWords(body),
    matchCase: false,
    wholeWords: false,
  }));
  const [at, setAt] = useState<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { headline, standfirst, notes } = state.fields;
  const { blocks } = state.body;
  const searched = useMemo(
    () => ({ headline, standfirst, body: blocks, notes }),
    [headline, standfirst, blocks, notes],
  );
  const places = useMemo(() => findInRelease(searched, wanted), [searched, wanted]);
  /** What the last replacement did, until other words are wanted or the text is another. */
  const told = useMemo(
    () => (done?.wanted === wanted && isSame(searched, done.after) ? replacedWords(done.count) : ''),
    [searched, wanted, done],
  );
  const current = at === null || places.length === 0 ? null : Math.min(at, places.length - 1);
  const texts = (): Texts => ({ session, body, notes: notesEditor() });

  const goTo = (index: number | null, told = true): void => {
    setAt(index);
    const place = index === null ? undefined : places[index];
    if (place === undefined) return;
    showPlace(texts(), place);
    if (told) announce(`${String((index ?? 0) + 1)} of ${String(places.length)}${partWords(place)}`);
  };
  const step = (by: 1 | -1): void => {
    setAsked(null);
    if (wanted.words === '') return;
    if (places.length === 0) {
      announce(`Not found: ${wanted.words}`);
      return;
    }
    const from = current ?? (by === 1 ? -1 : 0);
    goTo((from + by + places.length) % places.length);
  };
  const carryOut = (chosen: readonly FoundPlace[], by: string): void => {
    setAsked(null);
    const before = searchedNow(texts());
    replacePlaces(texts(), chosen, by);
    const after = searchedNow(texts());
    const inBody = chosen.some(({ part }) => part === 'body');
    if (inBody && chosen.some(({ part }) => part !== 'body')) undoneTogether(texts(), before, after);
    setDone({ before, after, inBody, wanted, count: chosen.length });
  };
  /** Replaces at once where no approved quote is touched; else it is said first. */
  const replace = (chosen: readonly FoundPlace[], by: string): void => {
    const { quotes } = session.state();
    const touched = approvedAt(chosen, quotes);
    if (touched.length === 0) {
      carryOut(chosen, by);
      return;
    }
    setAsked({ quotes: touched, all: chosen, others: outsideApproved(chosen, quotes) });
    announce(askedWords(touched), true);
  };

  return {
    wanted,
    places,
    current,
    asked,
    told,
    canUndo: done !== null,
    texts,
    want: (change: Partial<Wanted>): void => {
      setWanted((now) => ({ ...now, ...change }));
      setAt(null);
      setAsked(null);
    },
    step,
    replaceOne: (by: string): void => {
      const place = current === null ? undefined : places[current];
      if (place === undefined) step(1);
      else if (isStillThere(texts(), wanted, place)) replace([place], by);
      else refuse('The text has changed since: look again');
    },
    replaceAll: (by: string): void => {
      replace(wanted.words === '' ? [] : findInRelease(searchedNow(texts()), wanted), by);
    },
    carryOut,
    leave: (): void => {
      setAsked(null);
    },
    undo: (): void => {
      if (done === null) return;
      setDone(null);
      if (!isSame(searchedNow(texts()), done.after)) {
        refuse('The text has changed since. Undo it in the text, step by step');
        return;
      }
      const { headline, standfirst, notes: written } = done.before;
      if (done.inBody) body.dispatchCommand(UNDO_COMMAND, undefined);
      else {
        session.setFields({ headline, standfirst });
        if (!isSame(written, done.after.notes)) notesEditor()?.dispatchCommand(UNDO_COMMAND, undefined);
      }
      announce('The words are as they were');
    },
  };
};

/** The words chosen in the body, where they are a few on one line. */
const selectedWords = (body: LexicalEditor): string =>
  body.getEditorState().read(() => {
    const selection = $getSelection();
    const words = $isRangeSelection(selection) ? selection.getTextContent() : '';
    return words.length > 100 || words.includes('\n') ? '' : words;
  });

/** Where a place is, unless in the body. */
export const partWords = ({ part }: FoundPlace): string =>
  part === 'body' ? '' : part === 'notes' ? ', in the notes to editors' : `, in the ${part}`;

/** Whose approval would end. */
export const askedWords = (quotes: readonly Quote[]): string => {
  const names = [...new Set(quotes.map(({ stored }) => stored?.speaker?.name ?? 'somebody'))];
  const whose = names.length > 2 ? `${String(names.length)} people` : names.join(' and ');
  return `That changes words that ${whose} approved, and ends the approval.`;
};
