import {
  COURTESY,
  genderOfFirstName,
  HONORIFIC,
  isTitle,
  ORGANISATION_WORDS,
  POSTNOMINAL,
  RANK,
  ROLE_WORDS,
  SEAT,
} from './names';
import { isDeterminer, PARTICLES } from './phrases';

/** Titles with which a place is part of the name: Lord Bell of Vale. */
const PEERS = new Set([
  'lord',
  'lady',
  'baroness',
  'baron',
  'viscount',
  'earl',
  'countess',
  'duke',
  'duchess',
  'bishop',
  'archbishop',
]);

/** A speaker's words taken apart. `name` is empty for a bare role ("the commissioner"). */
export type NameParts = {
  readonly name: string;
  readonly role: string;
  readonly title: 'he' | 'she' | null;
  readonly organisation: boolean;
  /** Where the role ends and the name begins was guessed: "Mayor of Hexley Vale Seren Hale". */
  readonly guessed: boolean;
};

/**
 * Where a name begins in the capitalised words after "commissioner for": behind the place, at the first word known as a
 * first name; else, as a guess, two words from the end. Words alone cannot tell a place from a name.
 */
const behindPlace = (words: readonly string[]): { readonly at: number; readonly guessed: boolean } => {
  const known = words.findIndex((word, i) => i < words.length - 1 && genderOfFirstName(word) !== null);
  return known >= 0 ? { at: known, guessed: false } : { at: Math.max(0, words.length - 2), guessed: true };
};

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/\.$/u, '');

/** "Mum-of-three Jane Roe". */
const PARENT_OF = /^(?:mum|mom|mother|dad|father|gran|grandmother|grandfather|parent)-of-\p{L}+$/iu;

/** Junior, senior or a number behind a surname. */
export const isJunior = (word: string): boolean => /^(?:Jr|Sr|II|III|IV)\.?$/u.test(word);

/** "Enid Vane" of "Dame Enid Vane", "Vane" of "Dr Vane". */
export const withoutTitle = (name: string): string => {
  const [title = '', ...rest] = name.split(' ');
  return rest.length > 0 && isTitle(bare(title)) ? rest.join(' ') : name;
};

/** A calling at the head of three or more words, known by its ending: "Signaller Emlyn Tree". */
const isCalling = (words: readonly string[], i: number, first: number): boolean => {
  const word = bare(words[i] ?? '');
  if (i !== first || !/^\p{Lu}\p{Ll}+(?:er|or|ist|man|woman|ian|ant)$/u.test(words[i] ?? '')) return false;
  if (genderOfFirstName(word) !== null) return false;
  const rest = words.slice(i + 1);
  return rest.length >= 2 && rest.length <= 3 && rest.every((each) => /^\p{Lu}/u.test(each));
};

/**
 * Words whose only name stands behind a preposition: "Friends of Wyrdale" is a body, "an aide to Owen Bell" and "the
 * mayor of Hexley" are not who is named there. Null where the name stands by itself.
 */
const behindPreposition = (words: readonly string[], first: number, start: number, end: number): NameParts | null => {
  let at = start - 1;
  while (at > first && isDeterminer(words[at] ?? '')) at -= 1;
  const preposition = words[at] ?? '';
  if (at < first + 1 || start >= end || !/^(?:of|for|to|from|by|with|about|against|at|in|on)$/u.test(preposition))
    return null;
  const front = words.slice(first, at);
  const isBody = front.some((word) => /^\p{Lu}/u.test(word) && ORGANISATION_WORDS.has(bare(word)));
  const isCapital = front.every((word) => /^\p{Lu}/u.test(word)) && !front.some((word) => ROLE_WORDS.has(bare(word)));
  const name = isBody || isCapital ? words.slice(first).join(' ') : '';
  return { name, role: name === '' ? words.join(' ') : '', title: null, organisation: name !== '', guessed: false };
};

/**
 * Parts the role from the name: "West Midlands Police and Crime Commissioner David Jamieson" is David Jamieson, whose
 * role is the rest. In: the words of a noun phrase in order. A courtesy title goes; Dr, Sir and their kin stay.
 */
export const splitName = (words: readonly string[]): NameParts => {
  let first = 0;
  const isMajesty = /^majesty['’]s$/iu.test(words[1] ?? '');
  // "His Honour Judge Hale" is a judge.
  if (/^(?:his|her)$/iu.test(words[0] ?? '') && words[1] === 'Honour' && words.length > 3) first = 2;
  while (!isMajesty && first < words.length - 1 && isDeterminer(bare(words[first] ?? ''))) first += 1;
  let start = first;
  let end = words.length;
  for (let i = first; i < words.length; i += 1) {
    const word = words[i] ?? '';
    // "Jane Roe of the Harbour Trust": a whole name stands before "of".
    if (
      /^(?:of|at|from|for|in)$/u.test(word) &&
      i - start >= 2 &&
      !PEERS.has(bare(words[start] ?? '')) &&
      !words.slice(start, i).some((each) => ORGANISATION_WORDS.has(bare(each)))
    ) {
      end = i;
      break;
    }
    if (i > first && /^\p{Lu}/u.test(word) && isTitle(bare(word)) && i < words.length - 1) {
      start = i;
      continue;
    }
    if (bare(word) === 'of' && PEERS.has(bare(words[start] ?? ''))) continue;
    const isRank = RANK.test(word) && /^\p{Lu}/u.test(words[i + 1] ?? '');
    const isRole = isRank || ROLE_WORDS.has(bare(word)) || PARENT_OF.test(word) || /['’]s?$/u.test(word);
    if (isRole || isCalling(words, i, first) || !/^\p{Lu}/u.test(word)) {
      if (PARTICLES.has(bare(word)) && bare(word) !== 'of' && i > start) continue;
      start = i + 1;
    }
  }
  let guessed = false;
  if (start > first + 1 && /^(?:of|for)$/u.test(words[start - 1] ?? '')) {
    const place = behindPlace(words.slice(start, end));
    start += place.at;
    guessed = place.guessed;
  }
  const whole = behindPreposition(words, first, start, end);
  if (whole !== null) return whole;
  // "Leader of the Council Cllr Jane Roe": the form of address is no part of the office.
  const role = words
    .slice(first, start)
    .join(' ')
    .replace(/(?<=\S )(?:Cllr|Councillor)\.?$/u, '')
    .trimEnd();
  let name = words.slice(start, end);
  let seat = '';
  while (name.length > 2 && POSTNOMINAL.has(bare(name.at(-1) ?? ''))) {
    const last = name.at(-1) ?? '';
    if (SEAT.has(bare(last))) seat = last;
    name = name.slice(0, -1);
  }
  // "Hexley MP" is somebody who is not named, "Roe MP" is Roe: the word alone cannot tell.
  if (name.length === 2 && SEAT.has(bare(name[1] ?? '')) && /^\p{Lu}{2,3}$/u.test(name[1] ?? '')) {
    seat = name[1] ?? '';
    name = name.slice(0, 1);
    guessed = true;
  }
  // "Hale Jr" is a surname, "Walter Hale Jr" a whole name.
  if (name.length === 2 && isJunior(name[1] ?? '')) name = name.slice(0, 1);
  let title: 'he' | 'she' | null = null;
  const courtesy = bare(name[0] ?? '');
  if (courtesy in COURTESY) {
    title = COURTESY[courtesy] ?? null;
    name = name.slice(1);
  } else if (courtesy in HONORIFIC) title = HONORIFIC[courtesy] ?? null;
  const all = words.slice(first);
  const capitals = name.length === 1 && /^\p{Lu}{3,}$/u.test(name[0] ?? '');
  const kind = BODY_KIND.test(words[start - 1] ?? '') && genderOfFirstName(name[0] ?? '') === null && title === null;
  const organisation =
    capitals ||
    (kind && name.length > 0) ||
    (name.length > 0
      ? name.some((word) => ORGANISATION_WORDS.has(bare(word)))
      : ORGANISATION_WORDS.has(bare(all.at(-1) ?? '')));
  if (organisation && !kind && start > first && /^\p{Lu}/u.test(words[first] ?? ''))
    return { name: all.join(' '), role: '', title: null, organisation, guessed: false };
  return { name: name.join(' '), role: kind ? '' : role || seat, title, organisation, guessed };
};

/** What a name is the name of where this word stands straight before it: "relief agency Open Harbour", "campaign group Sand Lane First". */
const BODY_KIND =
  /^(?:agency|charity|group|company|firm|retailer|bank|broker|union|club|team|band|watchdog|regulator|operator|consultancy|developer|contractor|supplier|supermarket|airline|newspaper|broadcaster|publisher|website|brand|coalition|organisation|organization|association|lobby|party|startup|manufacturer)$/u;

const ADDRESS =
  /^(?:cllr|councillor|cynghorydd|alderman|insp|inspector|sgt|sergeant|supt|superintendent|constable|detective|chief|captain|capt|col|colonel|major|bishop|rabbi|imam|rt|revd|sheikh|judge)$/u;

/** Whether words are a person's name and nothing else: "Nia Prosser", "Lord Bell of Vale", but not "North Vale Council". */
export const isPersonName = (words: readonly string[]): boolean => {
  const { name, organisation } = splitName(words);
  const first = bare(words[0] ?? '');
  if (name === '' || organisation || !/^\p{Lu}/u.test(words[0] ?? '')) return false;
  if (isTitle(first) || (genderOfFirstName(first) !== null && words.length > 1)) return true;
  // "Cllr Jane Roe", "DC Lisa Nunn": a form of address or a rank before a whole name.
  return (ADDRESS.test(first) || RANK.test(words[0] ?? '')) && name.includes(' ') && !/\bof\b/u.test(name);
};

/** Whether the tokens of a stretch, the last one too, are a person's name and nothing else. */
export const isPersonIn = (tokens: readonly { readonly text: string }[], from: number, to: number): boolean =>
  isPersonName(tokens.slice(from, to + 1).map(({ text }) => text));

/** Two people speaking together, "Nia Prosser and Mayor Owen Bell": each one's words; null for one speaker. */
export const splitPair = (words: readonly string[]): readonly [readonly string[], readonly string[]] | null => {
  for (let i = 1; i < words.length - 1; i += 1) {
    if (words[i] !== 'and' && words[i] !== '&') continue;
    // "Jane Roe, chair, and Owen Bell": what stands between commas is hers.
    const comma = words.indexOf(',');
    const [left, right] = [words.slice(0, comma < 0 ? i : Math.min(comma, i)), words.slice(i + 1)];
    const one = splitName(left);
    const two = splitName(right);
    // "Ms Roe and Mr Bell", "Mayor Roe and Owen Bell": a title or an office shows that the first is somebody.
    const personal =
      one.name !== '' &&
      (isPersonName(one.name.split(' ')) || isPersonName(left) || one.role !== '') &&
      !one.organisation;
    if (personal && two.name !== '' && !two.organisation) return [left, right];
  }
  return null;
};

/** "A spokesperson for North Vale Council", "a North Vale Council spokesman": the body and the role; null for others. */
export const spokenFor = (words: readonly string[]): { readonly name: string; readonly role: string } | null => {
  const at = words.findIndex((word) => /^(?:spokes(?:man|woman|person)|representative)$/iu.test(word));
  const role = words[at];
  if (role === undefined) return null;
  const rest = /^(?:for|of)$/u.test(words[at + 1] ?? '') ? words.slice(at + 2) : words.slice(0, at);
  const named = rest.filter((word, i) => i > 0 || !isDeterminer(word.toLowerCase()));
  // "The Prime Minister’s official spokesman" speaks for the Prime Minister, "Hexley Council’s spokesman" for the council.
  const owner = named.findIndex((word, i) => /['’]s?$/u.test(word) && !/^[^\p{Ll}]/u.test(named[i + 1] ?? ''));
  const body =
    owner < 0 ? named : named.slice(0, owner + 1).map((word, i) => (i === owner ? word.replace(/['’]s?$/u, '') : word));
  if (body.length === 0 || !/^\p{Lu}/u.test(body[0] ?? '') || (at < words.length - 1 && rest.length === at))
    return null;
  return { name: body.join(' '), role };
};

/** Whether words may be a person’s name though the first name is not known: two to four capitalised words, no body. */
export const mayBeName = (words: readonly string[]): boolean => {
  const { name, organisation, guessed } = splitName(words);
  const parts = name.split(' ');
  return (
    !organisation &&
    !guessed &&
    parts.length >= 2 &&
    parts.filter((part) => /^\p{Lu}/u.test(part)).length <= 4 &&
    parts.every((part) =>
      /^\p{Lu}|^(?:de|la|le|van|von|der|den|ter|al|ap|ab|ferch|ibn|bin|da|di|du|dos|e|y)$/u.test(part),
    )
  );
};

/** Whether words are the name of a body and nothing else: "Barrow & Sons", "Wyrdale Homes", but not "the council". */
export const isBodyName = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.every((word) => /^[\p{Lu}\p{N}&]|^(?:of|and|for|the)$/u.test(word)) &&
  (words.includes('&') || words.some((word) => ORGANISATION_WORDS.has(bare(word)))) &&
  !words.some((word) => ROLE_WORDS.has(bare(word)));

/** Whether words are a person’s whole name, whatever office stands before it: "Gov. Jane Roe". */
export const isWholeName = (words: readonly string[]): boolean => {
  const { name, organisation, guessed } = splitName(words);
  return name.includes(' ') && !organisation && !guessed;
};
