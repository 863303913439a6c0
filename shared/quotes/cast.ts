import type { Person } from '../people/model';
import { peopleNamed, peopleWithSurname } from '../people/match';
import { roleOn } from '../people/role';
import { genderOfFirstName, type Gender } from './names';
import { isNameWord, splitName } from './phrases';
import type { Token } from './tokens';

/** Somebody named in the document. */
export type Member = {
  readonly name: string;
  readonly role: string;
  readonly gender: Gender;
  readonly organisation: boolean;
};

const surnameOf = (name: string): string => name.split(' ').at(-1)?.toLowerCase() ?? '';

const genderOf = (name: string, title: Gender, role: string): Gender => {
  if (title !== null) return title;
  const word = role.toLowerCase();
  if (/woman\b|\bmother\b|\bwife\b|\bqueen\b|\bprincess\b|\bheadmistress\b/u.test(word)) return 'she';
  if (
    /(?:chair|spokes|business|congress|police|alder|states)man\b|\bfather\b|\bhusband\b|\bking\b|\bprince\b|\bheadmaster\b/u.test(
      word,
    )
  )
    return 'he';
  return genderOfFirstName(
    name.split(' ').find((part) => !/^(?:Dr|Prof|Professor|Rev|Reverend)\.?$/u.test(part)) ?? '',
  );
};

/** The people of one document, on top of the newsroom's. */
export class Cast {
  private readonly bySurname = new Map<string, Member[]>();
  readonly members: Member[] = [];

  constructor(readonly people: readonly Person[]) {}

  /** Notes a name that stands in the text; the first role seen with it is kept. */
  add(words: readonly string[], roleAfter: string): Member | null {
    const { name, role, title, organisation } = splitName(words.map((word) => word.replace(/['’]s$/u, '')));
    if (name === '') return null;
    const known = this.members.find((member) => member.name === name);
    const gender = organisation ? null : genderOf(name, title, `${role} ${roleAfter}`);
    const member: Member = {
      name,
      role: known !== undefined && known.role !== '' ? known.role : role || roleAfter,
      gender: known?.gender ?? gender,
      organisation,
    };
    if (known !== undefined) this.members.splice(this.members.indexOf(known), 1, member);
    else this.members.push(member);
    const key = surnameOf(name);
    if (name.includes(' ') && !organisation) {
      const same = (this.bySurname.get(key) ?? []).filter((each) => each.name !== name);
      this.bySurname.set(key, [...same, member]);
    }
    return member;
  }

  /** Full names in running text: two to four capitalised words of which the first is a known first name. */
  addFrom(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i += 1) {
      if (!isNameWord(tokens[i]) || isNameWord(tokens[i - 1])) continue;
      let end = i;
      while (isNameWord(tokens[end]) && tokens[end]?.sentence === tokens[i]?.sentence && !tokens[end]?.possessive)
        end += 1;
      if (isNameWord(tokens[end]) && tokens[end]?.possessive) end += 1;
      const words = tokens.slice(i, end).map((token) => token.text);
      const { name } = splitName(words.map((word) => word.replace(/['’]s$/u, '')));
      const parts = name.split(' ');
      if (parts.length >= 2 && parts.length <= 4 && genderOfFirstName(parts[0] ?? '') !== null) this.add(words, '');
      i = end;
    }
  }

  /** Those whom a short name can mean: by surname in the document, else in the newsroom. */
  withSurname(surname: string): readonly Member[] {
    const here = this.bySurname.get(surname.toLowerCase()) ?? [];
    if (here.length > 0) return here;
    return peopleWithSurname(surname, this.people).map((person) => this.memberOf(person));
  }

  /** Those whose role ends in the given noun ("commissioner"). */
  withRole(noun: string): readonly Member[] {
    const fits = (role: string): boolean =>
      new RegExp(`(?:^|\\s)${noun.replace(/[^\p{L}-]/gu, '')}(?:$|\\s|,)`, 'iu').test(role);
    const here = this.members.filter((member) => !member.organisation && fits(member.role));
    if (here.length > 0) return here;
    return this.people
      .filter((person) => person.roles.some((role) => fits(role.title)))
      .map((person) => this.memberOf(person));
  }

  /** The newsroom's person of that name, where there is just one. */
  personNamed(name: string): Person | null {
    const found = peopleNamed(name, this.people);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  private memberOf(person: Person): Member {
    const role = roleOn(person, '');
    return {
      name: person.name,
      role,
      gender: genderOf(person.name, null, role),
      organisation: person.kind === 'organisation',
    };
  }
}
