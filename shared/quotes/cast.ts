import { peopleNamed, peopleWithSurname } from '../people/match';
import type { Person } from '../people/model';
import { roleOn } from '../people/role';
import { genderOf, type Naming } from './naming';

const surnameOf = (name: string): string => name.split(' ').at(-1)?.toLowerCase() ?? '';

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

/** The people of one document, on top of the newsroom's. */
export class Cast {
  private readonly byName = new Map<string, Naming>();
  private readonly bySurname = new Map<string, readonly string[]>();
  private readonly possible = new Map<string, Naming[]>();

  constructor(readonly roster: Roster) {}

  /** Everybody the document names, in the order in which they were first noted. */
  get members(): readonly Naming[] {
    return [...this.byName.values()];
  }

  named(name: string): Naming | null {
    return this.byName.get(name) ?? null;
  }

  /** Notes a name that stands in the text; the first role and gender seen with it are kept. */
  note(naming: Naming): Naming {
    const { name, organisation } = naming;
    const known = this.byName.get(name);
    const nothingNew = known !== undefined && (known.role !== '' || naming.role === '');
    if (nothingNew && (known.gender !== null || naming.gender === null)) return known;
    const member: Naming =
      known === undefined
        ? naming
        : { ...naming, role: known.role || naming.role, gender: known.gender ?? naming.gender };
    this.byName.set(name, member);
    if (known === undefined && name.includes(' ') && !organisation) {
      const key = surnameOf(name);
      this.bySurname.set(key, [...(this.bySurname.get(key) ?? []), name]);
    }
    return member;
  }

  /** Keeps in mind what may be a person’s name, should a surname ask for it. */
  suppose(naming: Naming): void {
    const key = surnameOf(naming.name);
    const held = this.possible.get(key);
    if (held === undefined) this.possible.set(key, [naming]);
    else if (!held.some((each) => each.name === naming.name)) held.push(naming);
  }

  /** Those whom a short name can mean: by surname in the document, else in the newsroom, else by what may be a name. */
  withSurname(surname: string): readonly Naming[] {
    const here = this.bySurname.get(surname.toLowerCase()) ?? [];
    if (here.length > 0) return here.flatMap((name) => this.byName.get(name) ?? []);
    const known = this.roster.withSurname(surname);
    return known.length > 0 ? known : (this.possible.get(surname.toLowerCase()) ?? []);
  }

  /** Those whose first name is the given one: "Elin" once Elin Prosser is known. */
  withFirstName(name: string): readonly Naming[] {
    return this.members.filter((member) => !member.organisation && member.name.startsWith(`${name} `));
  }

  /** Those whose role holds the given noun ("commissioner"). */
  withRole(noun: string): readonly Naming[] {
    const pattern = new RegExp(`(?:^|\\s)${noun.replace(/[^\p{L}-]/gu, '')}(?:$|\\s|,)`, 'iu');
    const fits = (role: string): boolean => pattern.test(role);
    const here = this.members.filter((member) => !member.organisation && fits(member.role));
    return here.length > 0 ? here : this.roster.withRole(fits);
  }
}
