import { Company, type Roster } from './cast';
import { factsOf } from './clause-facts';
import { isSameCompany, type Naming } from './naming';
import type { Section } from './sections';

/** Whom a section names, before any quote is settled. */
type Names = {
  /** Names whose first name is known. */
  readonly sure: readonly Naming[];
  readonly supposed: readonly Naming[];
  /** Named in full beside a quote: known from the start, so that a surname above means the same person. */
  readonly beside: readonly Naming[];
  /** Councils, trusts and other bodies, for "the council" further on. */
  readonly bodies: readonly Naming[];
};

const known = new WeakMap<Section, Names>();

const namesIn = (section: Section): Names => {
  const names = known.get(section) ?? read(section);
  known.set(section, names);
  return names;
};

const read = ({ readings, placed }: Section): Names => {
  const all = readings.flatMap(({ names }) => names);
  const beside = placed.flatMap(({ candidate: { clause } }) => {
    if (clause?.clause.grip !== 'beside') return [];
    const facts = factsOf(clause.reading, clause.clause);
    return facts.kind === 'person' && facts.naming.name.includes(' ') ? [facts.naming] : [];
  });
  const naming = (sure: boolean): readonly Naming[] =>
    all.filter(({ firstNameKnown }) => firstNameKnown === sure).map((each) => each.naming);
  return { sure: naming(true), supposed: naming(false), beside, bodies: readings.flatMap(({ bodies }) => bodies) };
};

/** Reads whom the sections name, so that what follows has it at hand; yields after each that was not read before. */
export function* readNames(sections: readonly Section[]): Generator<void, void> {
  for (const section of sections) {
    if (known.has(section)) continue;
    namesIn(section);
    yield;
  }
}

/** Whether two runs of sections name the same people. */
export const nameTheSame = (a: readonly Section[], b: readonly Section[]): boolean => {
  const isSame = (which: (names: Names) => readonly Naming[]): boolean =>
    isSameCompany(
      a.flatMap((section) => which(namesIn(section))),
      b.flatMap((section) => which(namesIn(section))),
    );
  return (
    isSame(({ sure }) => sure) &&
    isSame(({ supposed }) => supposed) &&
    isSame(({ beside }) => beside) &&
    isSame(({ bodies }) => bodies)
  );
};

/** Everybody the sections name, on top of the newsroom's people. */
export const companyOf = (sections: readonly Section[], roster: Roster): Company => {
  const company = new Company(roster);
  for (const section of sections) {
    const { sure, supposed, bodies } = namesIn(section);
    for (const naming of sure) company.note(naming);
    for (const naming of supposed) company.suppose(naming);
    for (const naming of bodies) company.noteBody(naming);
  }
  for (const section of sections) for (const naming of namesIn(section).beside) company.note(naming);
  return company;
};
