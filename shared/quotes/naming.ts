import { appositionAt } from './clause';
import { genderOfFirstName, isTitle, ROLE_WORDS, type Gender } from './names';
import { isBodyName, mayBeName, splitName } from './name-parts';
import { isDeterminer, isNameWord, isPronoun } from './phrases';
import type { Token } from './tokens';
import { isReporting } from './verbs';

/** Somebody as the text names them. */
export type Naming = {
  readonly name: string;
  readonly role: string;
  readonly gender: Gender;
  readonly organisation: boolean;
  /** The role was told behind the name, in passing: it is somebody's, but not what the text knows them by. */
  readonly isRoleTold?: true;
};

export const isSameNaming = (a: Naming | null, b: Naming | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.name === b.name &&
    a.role === b.role &&
    a.isRoleTold === b.isRoleTold &&
    a.gender === b.gender &&
    a.organisation === b.organisation);

/** Whether two lists name the same people in the same order. */
export const isSameCompany = (a: readonly Naming[], b: readonly Naming[]): boolean =>
  a.length === b.length && a.every((each, i) => isSameNaming(each, b[i] ?? null));

const WOMAN = /woman\b|\bmother\b|\bwife\b|\bqueen\b|\bprincess\b|\bheadmistress\b|\bsister\b|\bdaughter\b/u;
const MAN =
  /(?:chair|spokes|business|congress|police|alder|states)man\b|\bfather\b|\bhusband\b|\bking\b|\bprince\b|\bheadmaster\b|\bbrother\b|\bson\b/u;

/** He or she, from a title, a role or a known first name; null where none tells. */
export const genderOf = (name: string, title: Gender, role: string): Gender => {
  if (title !== null) return title;
  const word = role.toLowerCase();
  if (WOMAN.test(word)) return 'she';
  if (MAN.test(word)) return 'he';
  return genderOfFirstName(
    name.split(' ').find((part) => !/^(?:Dr|Prof|Professor|Rev|Reverend)\.?$/u.test(part)) ?? '',
  );
};

const unpossessed = (words: readonly string[]): readonly string[] => words.map((word) => word.replace(/['’]s$/u, ''));

/** Who the words of a noun phrase name, with the role told behind the name; null where they hold no name. */
export const namingOf = (words: readonly string[], roleAfter: string): Naming | null => {
  const { name, role: before, title, organisation } = splitName(unpossessed(words));
  if (name === '') return null;
  // "Tyne and Wear", "Nia Prosser and Owen Bell": what "and" joins to a name is no role of it.
  const role = /(?:^|\s)(?:and|&)$/u.test(before) ? '' : before;
  const gender = organisation ? null : genderOf(name, title, `${role} ${roleAfter}`);
  return { name, role: role || roleAfter, gender, organisation };
};

/** A name in running text and the token it ends at. */
export type Mentioned = { readonly naming: Naming; readonly at: number; readonly firstNameKnown: boolean };

/** Bob Tranter of "Bob and Sheila Tranter", where Sheila stands at `i`; null where there is nobody. */
const joinedFirst = (tokens: readonly Token[], i: number, whole: string): Naming | null => {
  const first = tokens[i - 2];
  if (!/^(?:and|&)$/u.test(tokens[i - 1]?.lower ?? '') || !isNameWord(first) || isNameWord(tokens[i - 3])) return null;
  const gender = genderOfFirstName(first?.text ?? '');
  if (gender === null || whole.split(' ').length !== 2) return null;
  return { name: `${first?.text ?? ''} ${whole.split(' ')[1] ?? ''}`, role: '', gender, organisation: false };
};

/** What ends the noun of a role that stands behind a name: "head of roads policing", "teacher from Hexley". */
const BEHIND_NOUN = new Set('of for at in on from with to who and ,'.split(' '));

const BEFORE_MORE = new Set('then now still only once'.split(' '));

/** The role told behind a name, between commas: ", the head of roads policing,"; empty where something else stands there. */
const roleBehind = (tokens: readonly Token[], comma: number): string => {
  const told = appositionAt(tokens, comma, tokens[comma - 1]?.sentence ?? 0);
  if (told === null || tokens[told.to + 1]?.text !== ',') return '';
  const isAge = tokens[told.from]?.kind === 'number' && tokens[told.from + 1]?.text === ',';
  const behind = tokens.slice(isAge ? told.from + 2 : told.from, told.to + 1);
  const words = behind.slice(/^(?:the|an?)$/u.test(behind[0]?.lower ?? '') ? 1 : 0);
  const end = words.findIndex(({ lower }) => BEHIND_NOUN.has(lower));
  const noun = words.at(end < 0 ? -1 : end - 1);
  const isRole = end !== 0 && noun !== undefined && ROLE_WORDS.has(noun.lower);
  const first = words[0]?.lower ?? '';
  // "her neighbour", "then mayor", and a sentence that goes on without a comma.
  const isMore =
    isDeterminer(first) || BEFORE_MORE.has(first) || words.some(({ lower }) => isReporting(lower) || isPronoun(lower));
  return isRole && !isMore ? words.map(({ text }) => text).join(' ') : '';
};

/** Somebody with the role told behind the name, which is looked for only where none stands with it. */
const withRoleBehind = (naming: Naming | null, tokens: readonly Token[], comma: number): Naming | null => {
  if (naming === null || naming.organisation || naming.role !== '') return naming;
  const role = roleBehind(tokens, comma);
  return role === '' ? naming : { ...naming, role, isRoleTold: true };
};

/** Full names in running text: two to four capitalised words that name no body; a known first name makes them sure. */
export const namesIn = (tokens: readonly Token[]): readonly Mentioned[] => {
  const names: Mentioned[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isNameWord(tokens[i]) || isNameWord(tokens[i - 1])) continue;
    let end = i;
    while (isNameWord(tokens[end]) && tokens[end]?.sentence === tokens[i]?.sentence && !tokens[end]?.possessive)
      end += 1;
    if (isNameWord(tokens[end]) && tokens[end]?.possessive) end += 1;
    // "Police and Crime Commissioner Jane Roe": the office begins before "and".
    const isJoined = tokens[i - 1]?.lower === 'and' && /^(?:police|fire)$/u.test(tokens[i - 2]?.lower ?? '');
    const words = tokens.slice(isJoined ? i - 2 : i, end).map((token) => token.text);
    const naming = withRoleBehind(namingOf(words, ''), tokens, end);
    const first = naming?.name.split(' ')[0] ?? '';
    const firstNameKnown = genderOfFirstName(first) !== null || isTitle(first.toLowerCase().replace(/\.$/u, ''));
    // "Dame Enid" and "Dr Prosser" are short for somebody.
    const isShort = isTitle(first.toLowerCase().replace(/\.$/u, '')) && naming?.name.split(' ').length === 2;
    if (naming !== null && !isShort && mayBeName(words)) {
      const joined = firstNameKnown ? joinedFirst(tokens, i, naming.name) : null;
      if (joined !== null) names.push({ naming: joined, at: end - 1, firstNameKnown });
      names.push({ naming, at: end - 1, firstNameKnown });
    }
    i = end;
  }
  return names;
};

/** The bodies named in running text: "Hexley Borough Council", "the Friends of Wyrdale Museum", each once, in order. */
export const bodiesIn = (tokens: readonly Token[]): readonly Naming[] => {
  const bodies = new Map<string, Naming>();
  for (let i = 0; i < tokens.length; i += 1) {
    if (!isNameWord(tokens[i])) continue;
    let end = i + 1;
    const { sentence } = tokens[i] ?? {};
    const isOn = (at: number): boolean => isNameWord(tokens[at]) && tokens[at]?.sentence === sentence;
    const owns = (at: number): boolean => tokens[at]?.possessive === true;
    while (!owns(end - 1) && (isOn(end) || (/^(?:of|for|and|&)$/u.test(tokens[end]?.lower ?? '') && isOn(end + 1))))
      end += 1;
    const words = unpossessed(tokens.slice(i, end).map((token) => token.text));
    i = end - 1;
    if (!isBodyName(words)) continue;
    const name = words.join(' ');
    bodies.set(name, { name, role: '', gender: null, organisation: true });
  }
  return [...bodies.values()];
};
