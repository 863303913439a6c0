import type { LexicalEditor } from 'lexical';
import { personId } from '../../shared/release/id';
import { personOf } from '../../shared/people/find';
import type { Person } from '../../shared/people/model';
import { roleOn } from '../../shared/people/role';
import type { TextEdit } from '../../shared/quotes/check-model';
import type { Proposal, Quote } from '../../shared/quotes/model';
import type { Approval, Block, Day, PersonId, QuoteId, Speaker } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { announce, refuse } from '../ui/announce';
import { approvedParts } from './approved-parts';
import { $replaceWords } from './mark-words';
import { aQuoteAfterAll, notAQuote, withApproval, withSpeaker, withoutPerson } from './quote-facts';
import type { Session } from './session';
import { $toBody } from './to-release';

/** Who is said to have said it, as a person gives it in the panel. */
export type SpeakerChoice = { readonly person: PersonId | null; readonly name: string; readonly role: string };

export type ApprovalChoice = Pick<Approval, 'approvedBy' | 'how' | 'at'>;

type Parts = {
  readonly session: Session;
  readonly editor: LexicalEditor;
  readonly people: readonly Person[];
  readonly who: string;
  /** Answers whether the person is among the people of the newsroom now; says why where not. */
  readonly savePerson: (person: Person) => Promise<boolean>;
};

export type QuoteActions = ReturnType<typeof quoteActions>;

/** The role a proposed speaker has here: as held on the day where the person is known, else as the text says. */
export const proposedChoice = (proposal: Proposal, people: readonly Person[], day: Day | ''): SpeakerChoice => {
  const person = personOf(people, proposal.person);
  if (!person) return { person: null, name: proposal.name, role: proposal.role };
  return { person: person.id, name: person.name, role: roleOn(person, day) || proposal.role };
};

/** What can be done about a quote. Each is a human act: it records who and when. */
export const quoteActions = ({ session, editor, people, who, savePerson }: Parts) => {
  const now = (): string => new Date().toISOString();
  const setSpeaker = (quote: Quote, { person, name, role }: SpeakerChoice): QuoteId => {
    const speaker: Speaker = { person, name, role, setBy: who, at: now() };
    return session.settle(quote, withSpeaker(speaker));
  };
  const addAndSet = async (quote: Quote, choice: SpeakerChoice, kind: Person['kind']): Promise<void> => {
    const id = personId(crypto.getRandomValues(new Uint8Array(12)));
    const roles = choice.role === '' ? [] : [{ title: choice.role, from: null, to: null }];
    const set = setSpeaker(quote, { ...choice, person: id });
    const saved = await savePerson({ id, kind, name: choice.name, alsoKnownAs: [], roles, approvalsContact: '' });
    if (!saved) session.changeFact(set, withoutPerson(id));
  };
  const accept = (quote: Quote, proposal: Proposal): void => {
    setSpeaker(quote, proposedChoice(proposal, people, session.state().fields.dateline.date));
  };
  /** Whether some blocks have the words that they had when the quotes were found; it is said where they have not. */
  const isAsFound = (places: readonly number[]): boolean => {
    const now = editor.getEditorState().read(() => $toBody().blocks);
    const { blocks } = session.state().body;
    const wordsAt = (of: readonly Block[], place: number): string | null => {
      const block = of[place];
      return block === undefined ? null : blockText(block);
    };
    const isSame = places.every(
      (place) => wordsAt(now, place) !== null && wordsAt(now, place) === wordsAt(blocks, place),
    );
    if (!isSame) refuse('The text has changed since; look at it again');
    return isSame;
  };
  return {
    accept: (quote: Quote, proposal: Proposal): void => {
      accept(quote, proposal);
      announce(`Speaker: ${proposal.name}`);
    },
    acceptAll: (quotes: readonly Quote[]): void => {
      for (const quote of quotes) if (quote.proposals[0]) accept(quote, quote.proposals[0]);
      announce(
        quotes.length === 1 ? `Speaker: ${quotes[0]?.proposals[0]?.name ?? ''}` : `${quotes.length} speakers accepted`,
      );
    },
    /** `newAs` says what somebody not known yet is added to the people as; null: for this quote only. */
    setSpeaker: (quote: Quote, choice: SpeakerChoice, newAs: Person['kind'] | null): void => {
      if (newAs === null || choice.person !== null) setSpeaker(quote, choice);
      else void addAndSet(quote, choice, newAs);
      announce(`Speaker: ${choice.name}`);
    },
    approve: (quote: Quote, { approvedBy, how, at }: ApprovalChoice): void => {
      session.settle(quote, withApproval({ approvedBy, how, at, recordedBy: who }, quote.words));
      announce('Approval recorded');
    },
    deny: (quote: Quote): void => {
      session.settle(quote, notAQuote, 'as a step');
      announce('Not a quote');
    },
    quoteAfterAll: (id: QuoteId): void => {
      session.changeFact(id, aQuoteAfterAll, 'as a step');
    },
    /** Puts one thing right in the text, if the text is still as it was checked; undo takes it back. */
    fix: (says: string, { block, start, end, text }: TextEdit): void => {
      if (!isAsFound([block])) return;
      const { keys } = session.state().body;
      editor.update(
        () => {
          $replaceWords(keys, { block, start, end }, text);
        },
        { tag: 'history-push' },
      );
      announce(`Done: ${says}`);
    },
    /** Puts the last approved words back in the quote's place, part by part, if the text is as it was; undo takes it back. */
    restore: (quote: Quote): void => {
      const parts = approvedParts(quote);
      if (!parts || !isAsFound(quote.ranges.map(({ block }) => block))) return;
      const { keys } = session.state().body;
      editor.update(
        () => {
          // From the back, so that a part does not move the place of another in its paragraph.
          for (const [index, range] of [...quote.ranges.entries()].reverse())
            $replaceWords(keys, range, parts[index] ?? '');
        },
        { tag: 'history-push' },
      );
      announce('The approved words are back');
    },
  };
};
