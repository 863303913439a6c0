import { appositionAt, isPassive, isVerb, isWord } from './clause';
import { clauseTrailing } from './clause-after';
import { bodiesIn, namesIn, namingOf, type Mentioned, type Naming } from './naming';
import { isPersonIn } from './name-parts';
import { isSomebody } from './nouns';
import { phraseFrom, type Phrase } from './phrases';
import { nameBehind, sentenceSubject, subjectOf } from './subject';
import { sentenceStart, tokenise, type Stretch, type Token } from './tokens';
import { SAYING } from './verbs';

/** The named subject of a sentence. */
export type NamedSubject = {
  readonly naming: Naming;
  /** Somebody else whom "and" joins to it: "Nia Prosser and Owen Bell met". */
  readonly joined: Naming | null;
  /** What follows shows a person: a verb of saying, "who", an age, or a role before the name. */
  readonly personal: boolean;
  /** It says, in words that are not quoted, what the sentence tells: "It was late, Roe said." */
  readonly reports: boolean;
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

/** Who reports the whole sentence from `from` to `at` from its end or its middle: "It was late, Roe said", "Roe, Bell says, left". */
const reporter = (tokens: readonly Token[], from: number, at: number): Phrase | null => {
  const aside = clauseTrailing(tokens, from);
  // "Roe, the owner, said the council had left": no comma and no end behind the council, so it is not who said it.
  const closes = aside !== null && /^[,.?!]$/u.test(tokens[aside.last + 1]?.text ?? '.');
  const turned = aside !== null && aside.cueFrom < aside.phrase.from;
  if (aside?.verb === 'saying' && aside.phrase.kind === 'named' && (closes || !turned)) return aside.phrase;
  const v = tokens[at]?.kind === 'mark' ? at - 1 : at;
  if (!isSaid(tokens, v)) return null;
  const last = subjectOf(tokens, v);
  return last?.how === 'beside' && last.phrase.kind === 'named' && last.phrase.to === v - 1 ? last.phrase : null;
};

const isSaid = (tokens: readonly Token[], v: number): boolean =>
  SAYING.has(tokens[v]?.lower ?? '') && !/ing$/u.test(tokens[v]?.lower ?? '') && isVerb(tokens, v);

/** Whether the subject says something itself: "Roe, 58, who keeps bees, says it rained". */
const says = (tokens: readonly Token[], phrase: Phrase, at: number): boolean => {
  for (let v = phrase.to + 1; v <= at; v += 1)
    if (isSaid(tokens, v) && subjectOf(tokens, v)?.phrase.from === phrase.from) return true;
  return false;
};

const namingIn = (tokens: readonly Token[], from: number, to: number): Naming | null =>
  namingOf(
    tokens.slice(from, to + 1).map((token) => token.text),
    '',
  );

/** "Nia Prosser was joined by Owen Bell": who did what was done to the subject that ends before token `from`. */
const agentBehind = (tokens: readonly Token[], from: number): Phrase | null => {
  for (let i = from; i < from + 8 && tokens[i]?.sentence === tokens[from]?.sentence; i += 1) {
    if (!isPassive(tokens, i) || !isWord(tokens[i + 1], 'by')) continue;
    const agent = phraseFrom(tokens, i + 2);
    return agent?.kind === 'named' ? agent : null;
  }
  return null;
};

/** Of what one person does with or to another, after which either may speak: "Nia Prosser joined Ann Marsh". */
const MEETS = /^(?:join(?:s|ed)|introduce[sd]|succeed(?:s|ed)|replace[sd]|follow(?:s|ed)|marrie[sd])$/u;

/** Who else is the subject, joined by "and" within its words or behind them: "Nia Prosser, the chair, and Owen Bell". */
const joinedTo = (tokens: readonly Token[], { from, to }: Phrase): Naming | null => {
  const within = tokens.slice(from, to).findLastIndex((token) => isWord(token, 'and', '&')) + from;
  if (within > from) return namingIn(tokens, from, within - 1);
  const by = agentBehind(tokens, to + 1);
  if (by !== null) return namingIn(tokens, by.from, by.to);
  const told = appositionAt(tokens, to + 1, tokens[to]?.sentence ?? 0);
  // "Nia Prosser, Ann Marsh and Owen Bell": no comma ends what follows the first, so it tells nothing of her.
  const listed = told !== null && tokens[told.to + 1]?.text !== ',' ? phraseFrom(tokens, told.from) : null;
  if (listed?.kind === 'named') return joinedTo(tokens, listed);
  const at = told !== null && tokens[told.to + 1]?.text === ',' ? told.to + 2 : to + 1;
  const meets = MEETS.test(tokens[at]?.lower ?? '');
  const second = meets || isWord(tokens[at], 'and') ? phraseFrom(tokens, at + 1) : null;
  const named = second && (nameBehind(tokens, second) ?? second);
  if (meets && named !== null && !isPersonIn(tokens, named.from, named.to)) return null;
  return named?.kind === 'named' ? namingIn(tokens, named.from, named.to) : null;
};

export const subjectAt = (tokens: readonly Token[], at: number): SentenceSubject | null => {
  const own = sentenceSubject(tokens, at);
  const told = own === null ? null : reporter(tokens, sentenceStart(tokens, at), at);
  const phrase = told ?? own;
  if (phrase?.kind === 'nominal' && /^(?:a|an|one|another|his|her|their)$/u.test(tokens[phrase.from]?.lower ?? '')) {
    const behind = phrase.to + (tokens[phrase.to + 1]?.text === ',' ? 2 : 1);
    const speaks = SAYING.has(tokens[behind]?.lower ?? '') && isVerb(tokens, behind);
    const isOne = isSomebody(tokens[phrase.to]?.lower ?? '');
    return speaks || isOne || tokens[behind]?.lower === 'who' ? 'a stranger' : null;
  }
  if (phrase?.kind !== 'named') return null;
  const naming = namingIn(tokens, phrase.from, phrase.to);
  if (naming === null) return null;
  const next = tokens[phrase.to + 1];
  const reports = told !== null || says(tokens, phrase, at);
  // "Their mother, Euphemia Drummond, waited": a name behind a relation.
  const behind = tokens[phrase.from - 1]?.text === ',' && next?.text === ',';
  const age =
    next?.text === ',' && (tokens[phrase.to + 2]?.kind === 'number' || tokens[phrase.to + 2]?.lower === 'who');
  const personal = naming.role !== '' || behind || reports || age || next?.lower === 'who';
  return { naming, joined: joinedTo(tokens, phrase), personal, reports };
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
