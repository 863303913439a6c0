import { createHash } from 'node:crypto';
import type { ProofParts } from '../../shared/archive/forbidden';
import { type Leak, type Sought, searcher, soughtIn, textsSought } from '../../shared/archive/proof';
import { type ProofNotes, type Remembered, nothingLearnt, nothingRemembered } from '../../shared/archive/remembered';
import { invariant } from '../../shared/assert';
import { hashOfText } from '../newsroom/light-release';
import { turns } from '../newsroom/turns';
import type { Aide } from './aide';
import { noteHash, ownKeyIn } from './read-releases';
import type { ExportState } from './state';

/** Searches files in a thread of its own. */
export type FarSearch = Pick<Aide, 'prove' | 'search' | 'room' | 'done'>;

type SearchParts = {
  readonly proofParts: ProofParts;
  /** What is known of the last bundle, and of what was searched for in it. */
  readonly state: ExportState | null;
  /** Without a state: what is known all the same of what releases have beyond their pages (`ProofNotes.own`). */
  readonly own: ProofNotes['own'];
  /** Searches in this one's stead; null where that is done here. */
  readonly aide: FarSearch | null;
};

/** The search of a bundle's files for what is withheld. It is found out what that is when the first file is searched. */
export type FileSearch = {
  /** Of all that is searched for and held against it. */
  readonly inputs: string;
  /** Whether files that stand are to be searched once more: something is searched for that was not. */
  readonly mustSearchAll: () => boolean;
  /** Searches a file of the website, by its path there, as it is written. Of a file that was searched, its new lines may be enough. */
  readonly search: (path: string, bytes: Uint8Array) => void;
  /** To be waited for after each file: others have their turn, and the search keeps up. */
  readonly room: () => Promise<void>;
  /** Waits until all is searched, and gives what was found. */
  readonly leaks: () => Promise<readonly Leak[]>;
  /** What is to be remembered of it. */
  readonly noted: () => Pick<ExportState, 'inputs' | 'forbidden' | 'proof'>;
};

export const makeFileSearch = ({ proofParts, state, own, aide }: SearchParts): FileSearch => {
  const inputs = inputsOf(proofParts);
  const by = aide ?? searchHere();
  const turn = turns();
  let noted: Pick<ExportState, 'forbidden' | 'proof'> | null = null;
  const seek = () => {
    if (noted !== null) return noted;
    const last = state === null ? { ...nothingRemembered(), own } : rememberedIn(state);
    const { sought, learnt } = soughtIn(proofParts, { hash: noteHash, last });
    by.prove(sought);
    noted = { forbidden: new Set(textsSought(sought).map(noteHash)), proof: learnt };
    return noted;
  };
  return {
    inputs,
    mustSearchAll: () => {
      if (state === null || state.inputs === inputs) return false;
      return [...seek().forbidden].some((each) => !state.forbidden.has(each));
    },
    search: (path, bytes) => {
      seek();
      by.search(path, bytes);
    },
    room: async () => {
      await turn();
      await by.room();
    },
    leaks: by.done,
    noted: () => ({
      inputs,
      forbidden: noted?.forbidden ?? state?.forbidden ?? new Set<string>(),
      proof: noted?.proof ?? state?.proof ?? nothingLearnt(),
    }),
  };
};

const searchHere = (): FarSearch => {
  const leaks: Leak[] = [];
  let look: ReturnType<typeof searcher>['search'] | null = null;
  return {
    prove: (sought: Sought) => {
      look = searcher(sought).search;
    },
    search: (path, bytes) => {
      invariant(look !== null, 'it is said what to search for first');
      leaks.push(...look({ path, bytes }));
    },
    room: () => Promise.resolve(),
    done: () => Promise.resolve(leaks),
  };
};

const rememberedIn = ({ proof, forbidden, releases }: ExportState): Remembered => ({
  ...proof,
  sought: forbidden,
  read: new Set([...releases.values()].map(ownKeyIn)),
});

/** A hash of all that the proof searches for and holds against it, without the settings and the people. */
const inputsOf = ({ secret, open, gone }: ProofParts): string => {
  const hash = createHash('sha256');
  hash.update(open.map((each) => `${each.key} ${each.hash ?? JSON.stringify(each.current)}`).join('\n'));
  hash.update(JSON.stringify(gone));
  for (const release of secret) hash.update(hashOfText(release) ?? JSON.stringify(release));
  return hash.digest('hex');
};
