import { peopleNamed, peopleWithSurname } from '../people/match';
import type { Person } from '../people/model';
import { roleOn } from '../people/role';
import { isJunior, withoutTitle } from './name-parts';
import { genderOf, isSameCompany, isSameNaming, type Naming } from './naming';

const surnameOf = (name: string): string =>
  name
    .split(' ')
    .findLast((word) => !isJunior(word))
    ?.toLowerCase() ?? '';

const namingOfPerson = (person: Person): Naming => {
  const role = roleOn(person, '');
  return {
    name: person.name,
    role,
    gender: genderOf(person.name, null, role),
    organisation: person.kind === 'organisation',
  };
};

/** The newsroom's people as the engine asks for them; an answer is worked out once. */
export class Roster {
  private readonly named = new Map<string, Person | null>();
  private readonly surnames = new Map<string, readonly Naming[]>();

  constructor(readonly people: readonly Person[]) {}

  /** The person of that name, where there is just one. */
  personNamed(name: string): Person | null {
    if (this.people.length === 0) return null;
    const known = this.named.get(name);
    if (known !== undefined) return known;
    const found = peopleNamed(name, this.people);
    const person = found.length === 1 ? (found[0] ?? null) : null;
    this.named.set(name, person);
    return person;
  }

  withSurname(surname: string): readonly Naming[] {
    const key = surname.toLowerCase();
    const known = this.surnames.get(key);
    if (known !== undefined) return known;
    const found = peopleWithSurname(surname, this.people).map(namingOfPerson);
    this.surnames.set(key, found);
    return found;
  }

  withRole(fits: (role: string) => boolean): readonly Naming[] {
    return this.people.filter((person) => person.roles.some((role) => fits(role.title))).map(namingOfPerson);
  }
}

/** Whether a naming says more of a role than what is known: one told in passing gives way to any other. */
const saysMore = (naming: Naming, known: Naming): boolean =>
  naming.role !== '' && (known.role === '' || (known.isRoleTold === true && naming.isRoleTold !== true));

/** What both know of somebody: the role and the gender seen first are kept. The known one itself where nothing is new. */
const merged = (known: Naming | null, naming: Naming): Naming => {
  if (known === null) return naming;
  const isMore = saysMore(naming, known);
  if (!isMore && (known.gender !== null || naming.gender === null)) return known;
  return { ...(isMore ? naming : known), gender: known.gender ?? naming.gender };
};

/** What a body is called for short, where that is no word of its name. */
const SAME_BODY: Readonly<Record<string, readonly string[]>> = {
  force: ['police', 'constabulary'],
  authority: ['authority', 'council'],
  department: ['department', 'office', 'ministry'],
  ministry: ['ministry', 'department'],
  company: ['company', 'ltd', 'plc', 'inc', 'limited'],
  firm: ['company', 'ltd', 'plc', 'inc', 'limited', '&'],
  watchdog: ['commission', 'ombudsman', 'inspectorate', 'regulator'],
  board: ['board'],
};

/** Everybody a document names, before any quote is settled. */
export class Company {
  private readonly byName = new Map<string, Naming>();
  private readonly bySurname = new Map<string, string[]>();
  private readonly possible = new Map<string, Naming[]>();
  private readonly bodies = new Map<string, Naming>();

  constructor(readonly roster: Roster) {}

  /** Everybody noted, in the order in which they were first noted. */
  get members(): IterableIterator<Naming> {
    return this.byName.values();
  }

  named(name: string): Naming | null {
    return this.byName.get(name) ?? null;
  }

  note(naming: Naming): void {
    const { name, organisation } = naming;
    const known = this.named(name);
    this.byName.set(name, merged(known, naming));
    if (known !== null || !name.includes(' ') || organisation) return;
    const key = surnameOf(name);
    const same = this.bySurname.get(key);
    if (same === undefined) this.bySurname.set(key, [name]);
    else same.push(name);
  }

  /** Keeps in mind what may be a person’s name, should a surname ask for it. */
  suppose(naming: Naming): void {
    const key = surnameOf(naming.name);
    const held = this.possible.get(key);
    if (held === undefined) this.possible.set(key, [naming]);
    else if (!held.some((each) => each.name === naming.name)) held.push(naming);
  }

  noteBody(naming: Naming): void {
    if (!this.bodies.has(naming.name)) this.bodies.set(naming.name, naming);
  }

  /** The bodies whose name holds the noun: "the council" for Hexley Borough Council; one inside another's name is that one. */
  bodiesWith(noun: string): readonly Naming[] {
    const wanted = SAME_BODY[noun] ?? [noun];
    const found = [...this.bodies.values()].filter(({ name }) => {
      const words = name.toLowerCase().split(' ');
      return wanted.some((word) => words.includes(word) || words.includes(`${word}s`));
    });
    return found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)));
  }

  /** Whether it holds the same people, in the same order, and supposes the same. */
  isSame(other: Company): boolean {
    const supposed = (company: Company): readonly Naming[] => [...company.possible.values()].flat();
    return (
      isSameCompany([...this.members], [...other.members]) &&
      isSameCompany(supposed(this), supposed(other)) &&
      isSameCompany([...this.bodies.values()], [...other.bodies.values()])
    );
  }

  /** The names noted that end in the surname. */
  namesWith(surname: string): readonly string[] {
    return this.bySurname.get(surname.toLowerCase()) ?? [];
  }

  /** What may be a name that ends in the surname. */
  supposed(surname: string): readonly Naming[] {
    return this.possible.get(surname.toLowerCase()) ?? [];
  }
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/** Finds in a company, and among those learnt of, everybody who fits. */
const everybodyWho =
  (fits: (member: Naming) => boolean, learnt: ReadonlyMap<string, Naming>) =>
  (company: Company): readonly Naming[] => {
    const found: Naming[] = [];
    for (const each of company.members) {
      const member = learnt.get(each.name) ?? each;
      if (fits(member)) found.push(member);
    }
    for (const member of learnt.values()) if (company.named(member.name) === null && fits(member)) found.push(member);
    return found;
  };

/** A question that was put to a company: whether another one answers it alike. */
export type Asked = (other: Company) => boolean;

/**
 * A document’s company, and what is learnt of them quote by quote. It keeps what it asked the company, so that what came
 * of the answers need not be worked out anew where somebody else is named who has no part in it.
 */
export class Cast {
  /** Everything asked so far. */
  readonly asked: Asked[] = [];

  constructor(
    private readonly company: Company,
    private learnt: ReadonlyMap<string, Naming> = new Map(),
  ) {}

  private ask<T>(question: (company: Company) => T, isSame: (one: T, other: T) => boolean): T {
    const answer = question(this.company);
    this.asked.push((other) => isSame(answer, question(other)));
    return answer;
  }

  /** What has been learnt so far; it does not change any more. */
  held(): ReadonlyMap<string, Naming> {
    return this.learnt;
  }

  get roster(): Roster {
    return this.company.roster;
  }

  /** Those of everybody the document names who fit, in the order in which they were first noted. */
  private thoseWho(fits: (member: Naming) => boolean): readonly Naming[] {
    return this.ask(everybodyWho(fits, this.learnt), isSameCompany);
  }

  /** Whoever of those the document names was first noted and fits. */
  first(fits: (member: Naming) => boolean): Naming | null {
    const those = everybodyWho(fits, this.learnt);
    return this.ask((company) => those(company)[0] ?? null, isSameNaming);
  }

  /** Whether the document names somebody who fits besides the one of this name. */
  hasOther(name: string, fits: (member: Naming) => boolean): boolean {
    const those = everybodyWho((member) => member.name !== name && fits(member), this.learnt);
    return this.ask(
      (company) => those(company).length > 0,
      (one, other) => one === other,
    );
  }

  named(name: string): Naming | null {
    return this.learnt.get(name) ?? this.ask((company) => company.named(name), isSameNaming);
  }

  /** Notes a name that stands in the text; the first role and gender seen with it are kept. */
  note(naming: Naming): Naming {
    const known = this.named(naming.name);
    const member = merged(known, naming);
    if (member !== known) this.learnt = new Map(this.learnt).set(member.name, member);
    return member;
  }

  /** Those whom a short name can mean: by surname in the document, else in the newsroom, else by what may be a name. */
  withSurname(surname: string): readonly Naming[] {
    const names = this.ask((company) => company.namesWith(surname), isSameList);
    const here = names.flatMap((name) => this.named(name) ?? []);
    const lower = surname.toLowerCase();
    for (const each of this.learnt.values())
      if (!each.organisation && each.name.includes(' ') && surnameOf(each.name) === lower && !here.includes(each))
        here.push(each);
    if (here.length > 0) return here;
    const known = this.roster.withSurname(surname);
    return known.length > 0 ? known : this.ask((company) => company.supposed(surname), isSameCompany);
  }

  /** Those whose first name is the given one: "Elin" once Elin Prosser is known. */
  withFirstName(name: string): readonly Naming[] {
    return this.thoseWho((member) => !member.organisation && withoutTitle(member.name).startsWith(`${name} `));
  }

  /** The bodies a noun can mean: "the council". */
  bodiesWith(noun: string): readonly Naming[] {
    return this.ask((company) => company.bodiesWith(noun), isSameCompany);
  }

  /** Those whose role holds the given noun or nouns ("commissioner", "chief executive"). */
  withRole(noun: string): readonly Naming[] {
    const pattern = new RegExp(`(?:^|\\s)${noun.replace(/[^\p{L} ,-]/gu, '')}(?:$|\\s|,)`, 'iu');
    const fits = (role: string): boolean => pattern.test(role);
    const here = this.thoseWho((member) => !member.organisation && member.isRoleTold !== true && fits(member.role));
    return here.length > 0 ? here : this.roster.withRole(fits);
  }
}
