import type { Clause } from './clause';
import { genderOfFirstName, INITIALS } from './names';
import { genderOf, namingOf, type Naming } from './naming';
import { splitName, splitPair, spokenFor } from './name-parts';
import type { Reading } from './reading';
import { WORDS_OF } from './verbs';

type Said = { readonly words: readonly string[]; readonly mention: string };

export type PersonFacts = Said & {
  readonly kind: 'person';
  readonly naming: Naming;
  readonly role: string;
  readonly guessed: boolean;
  readonly firstNameKnown: boolean;
  /** The name with its title, where the title stands before one word alone. */
  readonly titled: string | null;
};

/** What the words of a clause’s subject say by themselves. */
export type Facts =
  | PersonFacts
  | (Said & { readonly kind: 'pronoun' })
  | (Said & { readonly kind: 'role' })
  | (Said & { readonly kind: 'pair'; readonly pair: readonly Naming[] })
  | (Said & { readonly kind: 'body' | 'organisation'; readonly naming: Naming; readonly role: string });

const wordsIn = (reading: Reading, from: number, to: number): readonly string[] =>
  reading.tokens.slice(from, to + 1).map((token) => token.text);

/** The words under tokens, spaced as a reader would: no space before a comma. */
const readable = (words: readonly string[]): string => words.join(' ').replace(/ ([,;:])/gu, '$1');

/** The role told by an apposition: ", chair of the board," but not an age or a relative clause. */
const roleInApposition = (reading: Reading, apposition: Clause['apposition']): string => {
  if (apposition === null) return '';
  const words = readable(wordsIn(reading, apposition.from, apposition.to)).replace(/^\d+,?\s*/u, '');
  if (
    /^(?:who|whose|which|and|of|from|not|like|unlike|with|without|alongside|replacing|succeeding|another|one|his|her|their|my|in|at|on|near|outside|during|after|before|speaking|live|then|still|now|\p{L}+ing (?:in|on|at|from|to|with|for|by|after|outside|behind|beside))\b|^[DRI]-\p{Lu}/iu.test(
      words,
    ) ||
    words === ''
  )
    return '';
  // "A report by the auditor, Jane Roe, finds": the office is the auditor's.
  const office = words.replace(/^.*\b(?:report|review|study|inquiry|letter|article|ruling|judgment)\b.*?\bby\s+/iu, '');
  return office.replace(/^(?:the|a|an)\s+/iu, '').replace(/,$/u, '');
};

/** Roles that are no more than a form of address: what follows the name says more. */
const SHORT_TITLE =
  /^(?:cllr|councillor|sen|rep|gov|lord|rev|sgt|capt|mp|ms|msp|am|(?:the )?(?:rt|right)\.? hon(?:ourable|\.)?)\.?$/iu;

const PRONOUN_OF: Readonly<Record<string, string>> = { his: 'he', her: 'she', their: 'they', its: 'it' };

/** Whose words "Ms Roe’s statement" and "her reply" are: the owner’s name, or the pronoun; null for what is nobody’s. */
const ownerOf = (words: readonly string[]): readonly string[] | string | null => {
  const theirs = PRONOUN_OF[(words[0] ?? '').toLowerCase()];
  if (words.length === 1) return theirs ?? null;
  if (!WORDS_OF.has((words.at(-1) ?? '').toLowerCase())) return null;
  if (theirs !== undefined) return theirs;
  const at = words.findIndex((word) => /['’]s?$/u.test(word));
  if (at < 0 || !/^\p{Lu}/u.test(words[at] ?? '')) return null;
  return words.slice(0, at + 1).map((word, i) => (i === at ? word.replace(/['’]s?$/u, '') : word));
};

const work = (reading: Reading, clause: Clause): Facts => {
  const { phrase } = clause;
  const standing = wordsIn(reading, phrase.from, phrase.to);
  const words = standing.map((word, i) => (i === standing.length - 1 ? word.replace(/['’]s$/u, '') : word));
  const said: Said = { words, mention: readable(standing) };
  if (phrase.kind === 'pronoun') {
    const stem = (words[0] ?? '').toLowerCase().replace(/['’].*$/u, '');
    const word = PRONOUN_OF[stem] ?? stem;
    return { ...said, words: [word], kind: 'pronoun' };
  }
  const owner = ownerOf(words);
  if (owner !== null && typeof owner === 'string') return { ...said, words: [owner], kind: 'pronoun' };
  if (owner !== null) return factsOfWords(said, owner, reading, clause);
  return factsOfWords(said, words, reading, clause);
};

const factsOfWords = (
  said: Said,
  words: readonly string[],
  reading: Reading,
  { phrase, apposition }: Clause,
): Facts => {
  const pair = splitPair(words);
  if (pair !== null) return { ...said, kind: 'pair', pair: pair.flatMap((each) => namingOf(each, '') ?? []) };
  // "Roe and Bell", "Marks and Spencer": two whom the text knows, or the name of a body.
  const [first = '', joint = '', second = '', ...more] = words;
  if (/^(?:and|&)$/u.test(joint) && more.length === 0 && /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second))
    return {
      ...said,
      kind: 'organisation',
      naming: { name: words.join(' '), role: '', gender: null, organisation: true },
      role: '',
    };
  const body = spokenFor(words);
  if (body !== null)
    return {
      ...said,
      kind: 'body',
      naming: { name: body.name, role: body.role, gender: null, organisation: true },
      role: body.role,
    };
  const office = INITIALS[(words.at(-1) ?? '').toLowerCase()];
  if (office !== undefined && words.length <= 2 && /^the$/iu.test(words[0] ?? ''))
    return { ...said, words: ['the', ...office.split(' ')], kind: 'role' };
  const parts = splitName(words);
  const isFamily = /^famil(?:y|ies)$/u.test(words.at(-1) ?? '');
  if (phrase.kind === 'nominal' || parts.name === '' || isFamily) return { ...said, kind: 'role' };
  if (parts.organisation) {
    const naming = { name: parts.name, role: '', gender: null, organisation: true };
    return { ...said, kind: 'organisation', naming, role: '' };
  }
  // "Owen and Ann Bell", "Mr and Mrs Bell": two, of whom only the second stands as a name.
  if (/\s(?:and|&)$/u.test(parts.role))
    return { ...said, kind: 'pair', pair: [{ name: said.mention, role: '', gender: null, organisation: true }] };
  const after = roleInApposition(reading, apposition);
  const apposed = apposition === null ? '' : readable(wordsIn(reading, apposition.from, apposition.to));
  const role = after !== '' && SHORT_TITLE.test(parts.role) ? after : parts.role || after;
  // "Dr Prosser" is a surname with a title, "Sir Hugh" a first name with one.
  const titled = /^(?:Dr|Prof|Professor|Rev|Reverend|Sir|Dame|Lord|Lady|Baroness|Father|Sister)\.? \S+$/u.test(
    parts.name,
  );
  const name = titled ? (parts.name.split(' ')[1] ?? parts.name) : parts.name;
  const full = name.includes(' ');
  const naming: Naming = {
    name,
    role: parts.role || after,
    gender: full
      ? genderOf(name, parts.title, `${parts.role} ${apposed}`)
      : (parts.title ?? genderOf('', null, `${parts.role} ${apposed}`)),
    organisation: false,
  };
  const firstNameKnown = genderOfFirstName(parts.name.split(' ')[0] ?? '') !== null || parts.title !== null;
  return {
    ...said,
    kind: 'person',
    naming,
    role,
    guessed: parts.guessed,
    firstNameKnown,
    titled: titled ? parts.name : null,
  };
};

const known = new WeakMap<Clause, Facts>();

/** The facts of a clause that stands in `reading`, worked out once a clause. */
export const factsOf = (reading: Reading, clause: Clause): Facts => {
  const facts = known.get(clause) ?? work(reading, clause);
  known.set(clause, facts);
  return facts;
};
