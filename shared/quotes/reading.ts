import { isVerb } from './clause';
import { bodiesIn, namesIn, namingOf, type Mentioned, type Naming } from './naming';
import { sentenceSubject } from './subject';
import { tokenise, type Stretch, type Token } from './tokens';
import { SAYING } from './verbs';

/** The named subject of a sentence. */
export type NamedSubject = {
  readonly naming: Naming;
  /** What follows shows a person: a verb of saying, "who", an age, or a role before the name. */
  readonly personal: boolean;
};

/** Whom a sentence is about, known once it has ended; a stranger has no name: "one buyer, who had driven for hours". */
export type SentenceSubject = NamedSubject | 'a stranger';

/** What is read from one block by itself: its tokens, the full names in it and its sentences, each with its subject. */
export type Reading = {
  readonly stretches: readonly Stretch[];
  readonly tokens: readonly Token[];
  /** The token of each stretch, in order. */
  readonly quotes: readonly number[];
  readonly names: readonly Mentioned[];
  readonly bodies: readonly Naming[];
  readonly sentences: readonly {
    /** Its last token. */ readonly at: number;
    readonly subject: SentenceSubject | null;
  }[];
};

export const subjectAt = (tokens: readonly Token[], at: number): SentenceSubject | null => {
  const phrase = sentenceSubject(tokens, at);
  if (phrase?.kind === 'nominal' && /^(?:a|an|one|another)$/u.test(tokens[phrase.from]?.lower ?? '')) {
    const behind = phrase.to + (tokens[phrase.to + 1]?.text === ',' ? 2 : 1);
    const speaks = SAYING.has(tokens[behind]?.lower ?? '') && isVerb(tokens, behind);
    return speaks || tokens[behind]?.lower === 'who' ? 'a stranger' : null;
  }
  if (phrase?.kind !== 'named') return null;
  const naming = namingOf(
    tokens.slice(phrase.from, phrase.to + 1).map((token) => token.text),
    '',
  );
  if (naming === null || naming.organisation) return null;
  const next = tokens[phrase.to + 1];
  const says = next !== undefined && SAYING.has(next.lower) && isVerb(tokens, phrase.to + 1);
  // "Their mother, Euphemia Drummond, waited": a name behind a relation.
  const behind = tokens[phrase.from - 1]?.text === ',' && next?.text === ',';
  const age =
    next?.text === ',' && (tokens[phrase.to + 2]?.kind === 'number' || tokens[phrase.to + 2]?.lower === 'who');
  return { naming, personal: naming.role !== '' || behind || says || age || next?.lower === 'who' };
};

/** Reads a block. In: its text and the stretches in marks, in order. The same input gives the same reading. */
export const readBlock = (text: string, stretches: readonly Stretch[]): Reading => {
  const tokens = tokenise(text, stretches);
  const sentences = tokens.flatMap((token, at) =>
    token.sentence === tokens[at + 1]?.sentence ? [] : [{ at, subject: subjectAt(tokens, at) }],
  );
  const quotes = tokens.flatMap((token, i) => (token.kind === 'quote' ? [i] : []));
  return { stretches, tokens, quotes, names: namesIn(tokens), bodies: bodiesIn(tokens), sentences };
};

/** As `readBlock`, its tokens and quotes alone: enough to tell which stretches are quotes. */
export const readTokens = (text: string, stretches: readonly Stretch[]): Reading => {
  const tokens = tokenise(text, stretches);
  const quotes = tokens.flatMap((token, i) => (token.kind === 'quote' ? [i] : []));
  return { ...NOTHING_READ, stretches, tokens, quotes };
};

/** The reading of a heading: it keeps its index and holds nothing. */
export const NOTHING_READ: Reading = { stretches: [], tokens: [], quotes: [], names: [], bodies: [], sentences: [] };
