import type { LexicalEditor } from 'lexical';
import { isSame } from '../../shared/same';
import { quoteId } from '../../shared/release/id';
import type { Settled } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import { createQuoteFinder } from '../../shared/quotes/find';
import type { Quote } from '../../shared/quotes/model';
import { rangesOutside } from '../../shared/quotes/ranges';
import { type ResolveContext, anchorQuotes, resolveQuotes } from '../../shared/quotes/resolve';
import { quoteBlocks, wordsOf } from '../../shared/quotes/words';
import {
  type Contact,
  type QuoteId,
  type Range,
  type Release,
  type StoredQuote,
  isEditable,
} from '../../shared/release/model';
import { rangeText } from '../../shared/release/text';
import type { AutosaveState } from './autosave';
import { readBodyOf } from './body-reader';
import { $markWords } from './mark-words';
import { type Facts, type Seen, changeFact, factsInPlace, lostAndFound, withoutGrowth } from './quote-facts';
import { $setSpanStep, $spanStep, SPAN_TAG, SpanSteps } from './span-steps';
import type { Body } from './to-release';
import { type Saves, createSaving } from './saving';
import { workInSlices } from './slices';

/** The fields of a release that are edited outside the body. */
export type Fields = Pick<
  Release,
  'headline' | 'standfirst' | 'dateline' | 'reference' | 'embargo' | 'language' | 'notes' | 'contacts' | 'topics'
>;

const fieldsOf = (release: Release): Fields => {
  const { headline, standfirst, dateline, reference, embargo, language, notes, contacts, topics } = release;
  return { headline, standfirst, dateline, reference, embargo, language, notes, contacts, topics };
};

/** A contact just added, in which nothing is written yet, is not saved. */
const isWritten = (contact: Contact): boolean => Object.values(contact).some((part) => part !== '' && part !== false);

/** What the screen shows of the release being edited; all but fields and facts is computed from the editor. */
export type SessionState = {
  readonly fields: Fields;
  readonly facts: Facts;
  readonly body: Body;
  readonly quotes: readonly Quote[];
  readonly save: AutosaveState;
};

/** A span drawn by hand, and what else is to be known of its quote. */
export type DrawnSpan = {
  readonly id: QuoteId | null;
  readonly ranges: readonly Range[];
  readonly change: (fact: StoredQuote) => StoredQuote;
};

export type SessionParts = Saves & {
  readonly open: OpenRelease;
  readonly editor: LexicalEditor;
  readonly context: ResolveContext;
  /** Set where the release as opened is not what is saved: recovered words that could not be saved yet. */
  readonly isUnsaved?: boolean;
  /** `quotes` are those found last. */
  readonly onSaved: (release: Release, quotes: readonly Quote[]) => void;
};

/** Quotes are found this long after the last change, so that no key waits for it, and this long after the first at most. */
const FIND_AFTER = 120;
const FIND_AT_LATEST = 400;

export type Session = ReturnType<typeof createSession>;

/** The release being edited: joins the fields, the facts and the editor's body into the release that is saved. */
export const createSession = ({
  open,
  isUnsaved = false,
  editor,
  context: first,
  save,
  keep,
  onSaved,
}: SessionParts) => {
  let context = first;
  const finder = createQuoteFinder();
  let stopFinding: (() => void) | null = null;
  let changedSince: number | null = null;
  /** Each stored quote as it was last shown, and the words that each of its ranges had. */
  const lastSeen = new Map<string, Seen>();
  const lastTexts = new Map<string, readonly string[]>();
  const steps = new SpanSteps();
  const listeners = new Set<() => void>();

  const readBody = (): Body => readBodyOf(editor);
  const placed = (body: Body, facts: Facts): StoredQuote[] =>
    factsInPlace(facts, body.marks).map((fact) => ({
      ...fact,
      ranges: withoutGrowth(fact.ranges, lastTexts.get(fact.id) ?? [], body.blocks),
    }));
  /** A quote that is in nothing different from before is the same value, and so is the list: nothing is drawn again then. */
  const quotesOf = (body: Body, facts: Facts, before: readonly Quote[] = []): readonly Quote[] => {
    const known = new Map(before.map((quote) => [quote.key, quote]));
    const now = resolveQuotes(
      { ...open.release, body: body.blocks, quotes: placed(body, facts) },
      context,
      finder.find,
    ).map((quote) => {
      const last = known.get(quote.key);
      return last && isSame(last, quote) ? last : quote;
    });
    return now.length === before.length && now.every((quote, index) => quote === before[index]) ? before : now;
  };

  // What an editor begins with is not in it before somebody reads it so, or its page is drawn.
  editor.read('force-commit', () => undefined);
  const startBody = readBody();
  let state: SessionState = {
    fields: fieldsOf(open.release),
    facts: open.release.quotes,
    body: startBody,
    quotes: quotesOf(startBody, open.release.quotes),
    save: { kind: 'saved', at: null },
  };

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** The release as it stands now, read from the editor. */
  const release = (): Release => {
    const body = readBody();
    const quotes = placed(body, state.facts);
    const anchored =
      quotes.length === 0 ? quotes : anchorQuotes({ body: body.blocks, quotes }, context.people, finder.find);
    const contacts = state.fields.contacts.filter(isWritten);
    return { ...open.release, ...state.fields, contacts, body: body.blocks, quotes: anchored };
  };

  const saving = createSaving({
    open,
    isUnsaved,
    release,
    save,
    keep,
    onSaved: (now) =>
      onSaved(now, changedSince === null ? state.quotes : quotesOf(readBody(), state.facts, state.quotes)),
    onState: (next) => {
      if (!isSame(next, state.save)) set({ save: next });
    },
  });

  const touch = (): void => {
    if (isEditable(open.release)) saving.touch();
  };

  /** Finds the quotes of the body as it is now, and binds facts again whose mark an undo took away. */
  const find = (): void => {
    stopFinding?.();
    stopFinding = null;
    changedSince = null;
    const body = readBody();
    const quotes = quotesOf(body, state.facts, state.quotes);
    const grown = placed(body, state.facts).flatMap(({ id, ranges }) => {
      const place = quotes.find((quote) => quote.stored?.id === id)?.ranges ?? ranges;
      if (place.length > 0) remember(id, place, body);
      return rangesOutside(body.marks.get(id) ?? [], place);
    });
    for (const quote of quotes) if (quote.stored) lastSeen.set(quote.stored.id, quote);
    set({ body, quotes });
    if (grown.length > 0 && !editor.isComposing())
      mark(() => {
        $markWords(body.keys, grown, '');
      });
    const lost = state.facts.filter((fact) => !body.marks.has(fact.id));
    const found = lostAndFound(lost, lastSeen, quotes);
    if (found.length === 0) return;
    mark(() => {
      for (const { id, quote } of found) $markWords(body.keys, quote.ranges, id);
    });
    findSoon();
  };

  const findSoon = (): void => {
    const now = Date.now();
    changedSince ??= now;
    stopFinding?.();
    const wait = Math.max(0, Math.min(FIND_AFTER, changedSince + FIND_AT_LATEST - now));
    stopFinding = workInSlices(wait, () => finder.inSlices(quoteBlocks(readBody().blocks), context.people), find);
  };

  /** Changes marks; unless said otherwise without a step of undo of its own. The caret is put back after its text was cut; focus never moves. */
  const mark = (change: () => void, tags: readonly string[] = ['history-merge']): void => {
    const root = editor.getRootElement();
    const hasFocus = root?.contains(root.ownerDocument.activeElement) ?? false;
    const caret = hasFocus ? 'skip-scroll-into-view' : 'skip-dom-selection';
    editor.update(change, { tag: [...tags, caret], discrete: true });
  };

  /** Changes marks and facts as one step of undo. */
  const step = (change: () => void, facts: Facts): void => {
    const number = steps.add(state.facts, facts);
    state = { ...state, facts };
    mark(() => {
      change();
      $setSpanStep(number);
    }, ['history-push', SPAN_TAG]);
  };

  /** Undo and redo go over such steps with the text: the facts go along. */
  const followSteps = (): void => {
    const { facts, touched } = steps.follow(editor.getEditorState().read($spanStep), state.facts);
    for (const id of touched) lastTexts.delete(id);
    if (touched.length > 0) state = { ...state, facts };
  };

  const remember = (id: string, ranges: readonly Range[], body: Body): void => {
    const texts = ranges.map((range) => rangeText(body.blocks, range));
    lastTexts.set(id, texts);
  };

  for (const quote of state.quotes) if (quote.stored) lastSeen.set(quote.stored.id, quote);
  for (const { id, ranges } of placed(startBody, state.facts)) if (ranges.length > 0) remember(id, ranges, startBody);

  if (isUnsaved) touch();

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    state: () => state,
    release,
    flush: saving.flush,
    /** Saves now, and says what became of the words. */
    bringHome: async (): Promise<Settled> => {
      if (await saving.flush()) return 'saved';
      return state.save.kind === 'failed' && state.save.kept ? 'kept' : 'unsafe';
    },
    /** The body changed. */
    bodyChanged: () => {
      followSteps();
      touch();
      findSoon();
    },
    setFields: (change: Partial<Fields>) => {
      set({ fields: { ...state.fields, ...change } });
      touch();
    },
    context: () => context,
    setContext: (next: ResolveContext) => {
      context = next;
      set({ quotes: quotesOf(state.body, state.facts, state.quotes) });
    },
    /**
     * Settles something about a quote: from now on it has an id, which is the answer, and its words carry it. Where it
     * says so, undo takes it back.
     */
    settle: (quote: Quote, change: (fact: StoredQuote) => StoredQuote, asStep: 'as a step' | null = null): QuoteId => {
      const id = quote.stored?.id ?? quoteId(crypto.getRandomValues(new Uint8Array(12)));
      const { keys } = state.body;
      const facts = changeFact(state.facts, id, change);
      const $mark = (): void => {
        $markWords(keys, quote.ranges, id);
      };
      lastSeen.set(id, quote);
      remember(id, quote.ranges, state.body);
      if (asStep !== null) step($mark, facts);
      else {
        mark($mark);
        state = { ...state, facts };
      }
      touch();
      find();
      return id;
    },
    /**
     * Draws spans by hand: their words carry the quote's mark from now on, and no others do. A span with no id is a new
     * quote; the quotes in `gone` end. The answer are the spans' ids. Undo takes it back in one step.
     */
    draw: (spans: readonly DrawnSpan[], gone: readonly QuoteId[] = []): readonly QuoteId[] => {
      const body = readBody();
      const drawn = spans.map((span) => ({
        ...span,
        id: span.id ?? quoteId(crypto.getRandomValues(new Uint8Array(12))),
      }));
      let facts: Facts = state.facts.filter(({ id }) => !gone.includes(id));
      for (const { id, ranges, change } of drawn) {
        lastSeen.set(id, { words: wordsOf(body.blocks, ranges), proposals: [] });
        remember(id, ranges, body);
        facts = changeFact(facts, id, (fact) => ({ ...change(fact), spanByHand: true }));
      }
      step(() => {
        for (const id of [...drawn.map((span) => span.id), ...gone])
          $markWords(body.keys, body.marks.get(id) ?? [], '');
        for (const { id, ranges } of drawn) $markWords(body.keys, ranges, id);
      }, facts);
      touch();
      find();
      return drawn.map(({ id }) => id);
    },
    /** Changes a fact whose words are not shown as a quote now. Where it says so, undo takes it back. */
    changeFact: (
      id: StoredQuote['id'],
      change: (fact: StoredQuote) => StoredQuote,
      asStep: 'as a step' | null = null,
    ): void => {
      const facts = changeFact(state.facts, id, change);
      if (asStep !== null) step(() => undefined, facts);
      else state = { ...state, facts };
      touch();
      find();
    },
    stop: () => {
      saving.stop();
      stopFinding?.();
    },
  };
};
