import { roleOn } from '../people/role';
import type { Range } from '../release/model';
import type { Found } from './candidate';
import type { Cast } from './cast';
import type { Clause } from './clause';
import { isPersonName, withoutTitle } from './name-parts';
import { factsOf, type Facts, type PersonFacts } from './clause-facts';
import { confidenceOf, type Sign } from './confidence';
import { isReply, isSpokenTo } from './doubted';
import type { Proposal } from './model';
import { isDeterminer } from './phrases';
import { genderOf, type Naming } from './naming';
import { ORGANISATION_WORDS } from './names';
import { isPlural, isSameOffice, isSomebody, maySpeak, OF_RANK } from './nouns';
import { Memory } from './memory';
import { subjectAt, type NamedSubject, type Reading, type SentenceSubject } from './reading';

/** A proposal and the signs its confidence comes from. */
export type Proposed = { readonly proposal: Proposal; readonly signs: readonly Sign[] };

/** An answer before its confidence is worked out. */
type Answer = {
  readonly who: Naming | null;
  readonly signs: readonly Sign[];
  readonly reason: string;
  readonly role?: string;
};

const NO_PERSON_KNOWN: ReadonlySet<Sign> = new Set(['not named', 'definite noun', 'organisation', 'surname alone']);
const REACHED: ReadonlySet<Sign> = new Set([
  'far in the sentence',
  'over an apposition',
  'subject of a participle',
  'subject guessed',
]);

/**
 * What two kinds of signs tell together. A clause read across half a sentence that arrives at somebody known is borne
 * out by that; one that arrives at "the country" or at a word with a capital is as likely misread.
 */
const togetherOf = (clause: readonly Sign[], who: readonly Sign[]): readonly Sign[] => {
  if (!who.some((sign) => NO_PERSON_KNOWN.has(sign))) return [];
  const signs: Sign[] = clause.some((sign) => REACHED.has(sign)) ? ['reached nobody known'] : [];
  return clause.includes('fragment') ? [...signs, 'fragment of nobody known'] : signs;
};

/** A person spoke who has no name: "a nurse", "her daughter". */
const isUnnamed = ({ kind, words }: Facts, { who, signs }: Answer): boolean => {
  if (kind !== 'role') return false;
  if (who === null) return /^(?:his|her|their)$/iu.test(words[0] ?? '');
  return signs.includes('not named') && !signs.includes('definite noun');
};

/** Where tokens `from` to `to` of a block stand. */
export const rangeOf = (reading: Reading, block: number, from: number, to: number): Range => ({
  block,
  start: reading.tokens[from]?.start ?? 0,
  end: reading.tokens[to]?.end ?? 0,
});

/** Proposes speakers quote by quote, in document order, and remembers who has spoken. */
export class Attributor {
  constructor(
    readonly cast: Cast,
    readonly memory: Memory = new Memory(),
  ) {}

  /** The proposal of a clause of attribution that stands in `block`; `signs` say how it stands to its quote. */
  fromClause({ reading, clause }: Found, block: number, signs: readonly Sign[]): Proposed {
    const facts = factsOf(reading, clause);
    if (facts.kind === 'pronoun') this.noticeUnderWay(subjectAt(reading.tokens, clause.phrase.from));
    const answer = this.answer(facts);
    const { who } = answer;
    const isOther = facts.kind === 'pronoun' && who !== null && this.mayBeTheOther(reading, clause, who);
    if (isUnnamed(facts, answer)) this.memory.passUnnamed(true);
    else if (who !== null && !who.organisation)
      this.memory.remember(who, { underWay: true, reports: true, joined: null });
    const person = who === null ? null : this.cast.roster.personNamed(who.name);
    const all: readonly Sign[] = [
      ...signs,
      ...answer.signs.filter((sign) => person === null || sign !== 'unknown first name'),
      ...togetherOf(signs, answer.signs),
      ...(who === null ? (['no name'] as const) : []),
      ...(isOther ? (['perhaps not theirs'] as const) : []),
      ...(who !== null && this.memory.spokeLast(who.name) ? (['spoke last'] as const) : []),
    ];
    const proposal: Proposal = {
      name: person?.name ?? who?.name ?? '',
      mention: facts.mention,
      mentionRange: rangeOf(reading, block, clause.phrase.from, clause.phrase.to),
      role: person !== null ? roleOn(person, '') || (who?.role ?? '') : (answer.role ?? '') || (who?.role ?? ''),
      person: person?.id ?? null,
      confidence: confidenceOf(all),
      reason: answer.reason,
    };
    this.memory.spoke(who);
    return { proposal, signs: all };
  }

  /** “…,” A told B. “…,” she replied, or he told A: whoever the pronoun seems to mean may be the one spoken to. */
  private mayBeTheOther({ tokens }: Reading, clause: Clause, who: Naming): boolean {
    if (isSpokenTo(tokens, clause, who.name)) return true;
    return isReply(tokens, clause) && (this.memory.spokeLast(who.name) || this.memory.hasJustReported(who));
  }

  /** The neighbour's speaker, for a quote with no clause of its own. */
  carried(neighbour: Proposed, signs: readonly Sign[]): Proposed {
    const { name } = neighbour.proposal;
    const all = [...neighbour.signs.filter((sign) => !sign.startsWith('carried')), ...signs];
    const reason =
      name === '' ? 'carried over from the quote before' : `carried over from the quote before, by ${name}`;
    const confidence = Math.min(neighbour.proposal.confidence, confidenceOf(all));
    return { proposal: { ...neighbour.proposal, mentionRange: null, confidence, reason }, signs: all };
  }

  /** Takes note of a sentence that ended and remembers the person who was its subject, for the pronouns that follow. */
  notice(subject: SentenceSubject | null): void {
    this.memory.nextSentence();
    if (subject === 'a stranger') this.memory.passUnnamed(false);
    else if (subject !== null) this.rememberSubject(subject, false);
  }

  /** "Prosser means to stay and, she says, “to paint it”": her sentence is still under way. */
  private noticeUnderWay(subject: SentenceSubject | null): void {
    if (subject !== null && subject !== 'a stranger') this.rememberSubject(subject, true);
  }

  private rememberSubject({ naming, joined, personal, reports }: NamedSubject, underWay: boolean): void {
    if (naming.organisation) {
      this.memory.rememberBody(naming);
      return;
    }
    const known = this.knownAs(naming);
    const other = joined === null || joined.organisation ? null : this.knownAs(joined);
    // A whole name that nobody is known by is somebody all the same.
    const how = { underWay, reports, joined: other ?? (joined?.name.includes(' ') ? joined : null) };
    if (other !== null) this.memory.remember(other, { ...how, joined: known });
    if (known !== null) this.memory.remember(known, how);
    else if (personal) this.memory.remember(naming.name.includes(' ') ? this.cast.note(naming) : naming, how);
    else if (!underWay) this.memory.passStranger();
  }

  /** Who a naming is, where the text or the newsroom knows somebody of that name, or of that surname. */
  private knownAs({ name }: Naming): Naming | null {
    return this.cast.named(name) ?? this.ofSurname(name);
  }

  /** Takes note of a name that stands anywhere in a sentence. */
  mention(naming: Naming): void {
    this.memory.mention(this.cast.named(naming.name) ?? naming);
  }

  private ofSurname(whole: string): Naming | null {
    const name = withoutTitle(whole);
    if (name.includes(' ')) return null;
    const bySurname = this.cast.withSurname(name);
    const same = bySurname.length > 0 || name === whole ? bySurname : this.cast.withFirstName(name);
    const found = this.memory.latest((member) => same.some((each) => each.name === member.name)) ?? same[0];
    return found === undefined ? null : this.cast.note(found);
  }

  private answer(facts: Facts): Answer {
    if (facts.kind === 'pronoun') return this.fromPronoun(facts.words[0] ?? '');
    if (facts.kind === 'pair') return this.together(facts.pair);
    if (facts.kind === 'role') return this.fromRole(facts);
    // "A spokesman for Nia Prosser": somebody without a name, and not she.
    if (facts.kind === 'body' && this.isPerson(facts.naming.name)) return this.unnamed(facts.mention, facts.words);
    if (facts.kind === 'person')
      return facts.naming.name.includes(' ') ? this.fromFullName(facts) : this.fromSurname(facts);
    const { naming: who, role } = facts;
    const two = who.name.split(/ (?:and|&) /u).map((name) => ({ ...who, name, organisation: false }));
    if (two.length === 2 && two.every((each) => this.knownAs(each) !== null)) return this.together(two);
    // "PROSSER: “…”" in a script is Nia Prosser, who is known.
    const called = /^\p{Lu}{3,}$/u.test(who.name) ? this.cast.withSurname(who.name) : [];
    const [one] = called;
    if (one !== undefined && called.length === 1)
      return { who: one, signs: ['surname of one'], reason: `the only ${one.name} in the text`, role };
    return facts.kind === 'body'
      ? { who, signs: ['speaks for a body'], reason: 'somebody speaks for it', role }
      : { who, signs: ['organisation'], reason: 'named beside the quote', role };
  }

  private isPerson(name: string): boolean {
    const known = this.cast.roster.personNamed(name);
    const isHere = this.cast.named(name)?.organisation === false || this.cast.withSurname(name).length > 0;
    return known?.kind === 'person' || isHere || isPersonName(name.split(' '));
  }

  private together(two: readonly Naming[]): Answer {
    const nameOf = (each: Naming): string =>
      (this.knownAs(each) ?? (each.name.includes(' ') ? this.cast.note(each) : each)).name;
    const who = { name: two.map(nameOf).join(' and '), role: '', gender: null, organisation: true };
    return { who, signs: ['two people'], reason: 'two people speak together', role: '' };
  }

  private fromFullName({ naming, guessed, firstNameKnown, role }: PersonFacts): Answer {
    const who = this.cast.note(naming);
    const known = this.cast.roster.personNamed(naming.name) !== null;
    if (guessed && !known)
      return { who, signs: ['end of role guessed'], reason: 'where the role ends is a guess', role };
    const signs: Sign[] = [];
    if (naming.name.split(' ').length > 4) signs.push('long name');
    if (!firstNameKnown && naming.role === '') signs.push('unknown first name');
    return { who, signs, reason: 'named beside the quote', role };
  }

  private fromSurname({ naming, role, titled, guessed }: PersonFacts): Answer {
    const { name, gender } = naming;
    const bySurname = this.cast.withSurname(name);
    // "Lord Bell" and "Judge Bell" are others than an Owen Bell who bears no such title.
    const isOfRank = OF_RANK.test(titled ?? role);
    const same = (bySurname.length > 0 ? bySurname : this.cast.withFirstName(name)).filter(
      (member) =>
        (gender === null || member.gender === null || member.gender === gender) &&
        (!isOfRank || OF_RANK.test(`${member.name} ${member.role}`)),
    );
    const [one] = same;
    if (same.length === 1 && one !== undefined)
      return { who: this.learn(one, gender), signs: ['surname of one'], reason: `the only ${name} in the text`, role };
    if (one !== undefined) {
      const latest = this.memory.latest((member) => same.some((each) => each.name === member.name));
      const voices = same.filter((member) => this.memory.hasSpoken(member.name));
      if (latest !== null && voices.length === 1 && voices[0]?.name === latest.name)
        return { who: latest, signs: ['surname of one who spoke'], reason: `the only ${name} who has spoken`, role };
      const others = same.filter((member) => member.name !== latest?.name);
      if (latest !== null && this.memory.isAlone(latest, others))
        return { who: latest, signs: ['surname of the last'], reason: `the only ${name} named for a while`, role };
      return { who: latest ?? one, signs: ['surname of several'], reason: `more than one ${name} in the text` };
    }
    const who = titled === null ? naming : { ...naming, name: titled };
    if (guessed) return { who, signs: ['end of role guessed'], reason: 'where the role ends is a guess', role };
    return { who, signs: ['surname alone'], reason: 'only a surname is known', role };
  }

  /** Keeps what a courtesy title tells: Ms Prosser is she. */
  private learn(member: Naming, gender: Naming['gender']): Naming {
    return this.cast.note(member.gender === null ? { ...member, gender } : member);
  }

  private fromPronoun(word: string): Answer {
    const nobody = (reason: string): Answer => ({ who: null, signs: [], reason });
    const body = this.memory.bodyThatSpoke();
    if (word === 'it' && body !== null)
      return { who: body, signs: ['organisation', 'pronoun of several'], reason: 'the body that spoke before' };
    const near = this.memory.bodyNear();
    if (word === 'it' && near !== null)
      return { who: near, signs: ['organisation', 'pronoun of two near'], reason: 'the body named before' };
    if (word !== 'he' && word !== 'she') return nobody(`nobody is certain behind “${word}”`);
    const fits = (member: Naming): boolean =>
      !member.organisation && (member.gender === null || member.gender === word);
    const last = this.memory.latest(fits);
    // A woman named a little before is "she" rather than somebody of whom it is not known, but not rather than who spoke.
    const open = last?.gender === null && !this.memory.hasReported(last);
    const known = open ? this.memory.latest((member) => fits(member) && member.gender === word) : null;
    const latest = known !== null && last !== null && this.memory.isBeside(known, last) ? known : last;
    const isWhole = (member: Naming): boolean => fits(member) && member.name.includes(' ');
    const who = latest ?? this.cast.first(isWhole);
    if (who === null) return nobody(`nobody is named whom “${word}” fits`);
    const signs: Sign[] = [];
    const isAlone = !this.cast.hasOther(who.name, isWhole);
    if (latest === null) signs.push('pronoun of nobody near');
    if (isAlone) signs.push('pronoun of one');
    else signs.push(this.memory.isRivalled(who, fits) ? 'pronoun of two near' : 'pronoun of several');
    if (who.gender === null) signs.push('pronoun of no known gender');
    if (this.memory.isAfar(who)) signs.push('pronoun from afar');
    if (this.memory.isPastMention(who, fits) || (latest !== null && latest !== last))
      signs.push('pronoun over another name');
    if (this.memory.isPastStranger(who)) signs.push('pronoun over a stranger');
    if (this.memory.isPastUnnamed(who)) signs.push('pronoun of somebody unnamed');
    if (this.memory.hasJustReported(who)) signs.push('pronoun of who spoke');
    if (this.memory.isJoined(who, fits)) signs.push('pronoun of two joined');
    const reason =
      latest === null
        ? `somebody whom “${word}” fits`
        : isAlone && who.gender !== null
          ? `the only one “${word}” can mean`
          : `the last named whom “${word}” fits`;
    // What a pronoun tells of somebody it can only mean is kept.
    const sure =
      signs.length === 2 && signs.includes('pronoun of no known gender') && !signs.includes('pronoun of two near');
    return { who: sure ? this.learn(who, word) : who, signs, reason };
  }

  /** "The commissioner", "the council", "a council spokesman", "one resident": an office, a body, or nobody who is named. */
  private fromRole({ words, mention }: Facts): Answer {
    // "the mayor of Hexley": the office stands before the place.
    const place = words.findIndex((word, i) => i > 1 && /^(?:of|for|at|in)$/u.test(word));
    const front = place < 0 ? words : words.slice(0, place);
    const noun = (front.at(-1) ?? '').toLowerCase();
    const spoken = words.findIndex((word) => /^spokes(?:man|woman|person)$/iu.test(word));
    if (spoken > 0) {
      const [body, ...others] = this.cast.bodiesWith((words[spoken - 1] ?? '').toLowerCase());
      const role = (words[spoken] ?? '').toLowerCase();
      if (body !== undefined && others.length === 0)
        return { who: body, signs: ['speaks for a body'], reason: 'somebody speaks for it', role };
    }
    if (!/^(?:the|our)$/iu.test(words[0] ?? '')) return this.unnamed(mention, words);
    const whole = front.slice(1).join(' ').toLowerCase();
    const exact = front.length > 2 ? this.cast.withRole(whole) : [];
    const holders = exact.length > 0 ? exact : this.cast.withRole(noun);
    const [one] = holders;
    if (one === undefined) return this.fromBody(noun) ?? this.fromNoun(mention, noun, front);
    // The newsroom knows who held it once, too.
    const isHeld = one.role.toLowerCase().includes(noun);
    const isSame = isSameOffice(words.slice(1), exact.length > 0 ? whole : noun, one.role);
    if (holders.length === 1 && !(isHeld && isSame))
      return { who: one, signs: ['role of several'], reason: `“${mention}” may be another than the ${noun}` };
    if (holders.length === 1) return { who: one, signs: ['role of one'], reason: `the only ${noun} in the text` };
    const latest = this.memory.latest((member) => holders.some((each) => each.name === member.name));
    return { who: latest ?? one, signs: ['role of several'], reason: `more than one ${noun} in the text` };
  }

  private fromBody(noun: string): Answer | null {
    const [body, ...others] = ORGANISATION_WORDS.has(noun) || noun === 'force' ? this.cast.bodiesWith(noun) : [];
    if (body === undefined) return null;
    return others.length === 0
      ? { who: body, signs: ['body of one'], reason: `the only ${noun} in the text` }
      : { who: body, signs: ['role of several'], reason: `more than one ${noun} in the text` };
  }

  /** "The report", "the protesters": all there is to know stands in the text. "The 34-year-old": whoever was named last. */
  private fromNoun(mention: string, noun: string, words: readonly string[]): Answer {
    const owned = words.slice(0, -1).some((word) => /['’]s?$/u.test(word));
    if (owned || !isSomebody(noun)) return { ...this.unnamed(mention, ['a', ...words]), signs: ['definite noun'] };
    const gender = genderOf('', null, noun);
    const last = this.memory.latest(
      (member) => !member.organisation && (gender === null || member.gender === null || member.gender === gender),
    );
    if (last === null || this.memory.isAfar(last)) return { who: null, signs: [], reason: 'no name is given' };
    return { who: last, signs: ['epithet'], reason: `the last named whom “${mention}” fits` };
  }

  /** Somebody whom the text does not name, "one resident": that is all there is to know, and it stands in the text. */
  private unnamed(mention: string, words: readonly string[]): Answer {
    const [first = ''] = words;
    if (/^(?:ago|times?|days?|weeks?|months?|years?|hours?|minutes?)$/u.test(words.at(-1) ?? ''))
      return { who: null, signs: [], reason: 'no name is given' };
    const counted = /^(?:a|an|one|another|some|several|many|most|two|three|four|other|others|both|\d.*)$/iu.test(first);
    const owned = words.some((word, i) => i < words.length - 1 && /['’]s?$/u.test(word));
    if (!counted && !owned && !isPlural(words)) return { who: null, signs: [], reason: 'no name is given' };
    const isName = /['’]s?$/u.test(first) || /^\p{Lu}/u.test(words[1] ?? '') || owned;
    const name =
      isName && !isDeterminer(first.toLowerCase()) ? mention : mention.charAt(0).toLowerCase() + mention.slice(1);
    const role = words.slice(1).join(' ');
    const who = { name, role: '', gender: genderOf('', null, role), organisation: true };
    const head = words.findIndex((word, i) => i > 0 && /^(?:of|for|at|in|on|to|from|who|that)$/u.test(word));
    const noun = words[(head < 0 ? words.length : head) - 1] ?? '';
    const signs: Sign[] = maySpeak(noun) ? ['not named'] : ['not named', 'nobody who speaks'];
    return { who, signs, reason: 'the text gives no name', role: '' };
  }
}
