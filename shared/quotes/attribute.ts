import { roleOn } from '../people/role';
import type { Range } from '../release/model';
import type { Cast, Member } from './cast';
import type { Clause } from './clause';
import type { Proposal } from './model';
import type { Gender } from './names';
import { splitName, splitPair, spokenFor, type Phrase } from './phrases';
import type { Token } from './tokens';

/** Where a clause was found: its tokens and their block. */
export type Place = { readonly tokens: readonly Token[]; readonly block: number };

const rangeOf = (place: Place, from: number, to: number): Range => ({
  block: place.block,
  start: place.tokens[from]?.start ?? 0,
  end: place.tokens[to]?.end ?? 0,
});

const wordsOfPhrase = (place: Place, phrase: Pick<Phrase, 'from' | 'to'>): readonly string[] =>
  place.tokens.slice(phrase.from, phrase.to + 1).map((token) => token.text);

/** The words under tokens, spaced as a reader would: no space before a comma. */
const readable = (words: readonly string[]): string => words.join(' ').replace(/ ([,;:])/gu, '$1');

/** The role told by an apposition: ", chair of the board," but not an age or a relative clause. */
const roleInApposition = (place: Place, apposition: Clause['apposition']): string => {
  if (apposition === null) return '';
  const words = readable(wordsOfPhrase(place, apposition)).replace(/^\d+,?\s*/u, '');
  if (/^(?:who|whose|which|and|of|from|another|one|his|her|their|my)\b/iu.test(words) || words === '') return '';
  return words.replace(/^(?:the|a|an)\s+/iu, '').replace(/,$/u, '');
};

/** Roles that are no more than a form of address: what follows the name says more. */
const SHORT_TITLE = /^(?:cllr|councillor|sen|rep|gov|lord|rev|sgt|capt|mp|ms|msp|am)\.?$/iu;

/** The cue as a range, for the dotted underline. */
export const cueRange = (place: Place, clause: Clause): Range => rangeOf(place, clause.cueFrom, clause.cueTo);

/** Proposes speakers quote by quote, in document order, and remembers who has spoken. */
export class Attributor {
  private recent: Member[] = [];

  constructor(readonly cast: Cast) {}

  /** The proposal of a clause of attribution. */
  fromClause(place: Place, clause: Clause): Proposal {
    const { phrase, grip, plain } = clause;
    const standing = wordsOfPhrase(place, phrase);
    const words = standing.map((word, i) => (i === standing.length - 1 ? word.replace(/['’]s$/u, '') : word));
    const mention = readable(standing);
    const mentionRange = rangeOf(place, phrase.from, phrase.to);
    const base = grip === 'beside' ? (plain ? 0.95 : 0.85) : grip === 'sentence' ? 0.7 : grip === 'above' ? 0.6 : 0.4;
    const found = (member: Member | null, confidence: number, reason: string, role = ''): Proposal =>
      this.propose({ member, mention, mentionRange, confidence, reason, role });
    if (phrase.kind === 'pronoun')
      return this.fromPronoun(words[0]?.toLowerCase().replace(/['’].*$/u, '') ?? '', base, found);
    const pair = splitPair(words);
    if (pair !== null) {
      const name = pair.map((each) => splitName(each).name).join(' and ');
      for (const each of pair) this.cast.add(each, '');
      return found(
        { name, role: '', gender: null, organisation: true },
        Math.min(base, 0.6),
        'two people speak together',
      );
    }
    const body = spokenFor(words);
    if (body !== null)
      return found(
        { ...body, gender: null, organisation: true },
        Math.min(base, 0.85),
        'somebody speaks for it',
        body.role,
      );
    const parts = splitName(words);
    if (phrase.kind === 'nominal' || parts.name === '') return this.fromRole(words, base, found);
    const after = roleInApposition(place, clause.apposition);
    const role = after !== '' && SHORT_TITLE.test(parts.role) ? after : parts.role || after;
    if (parts.organisation)
      return found(
        { name: parts.name, role: '', gender: null, organisation: true },
        Math.min(base, 0.85),
        'named beside the quote',
      );
    if (parts.name.includes(' ')) {
      const member = this.cast.add(words, after);
      if (parts.guessed && this.cast.personNamed(parts.name) === null)
        return found(member, Math.min(base, 0.7), 'where the role ends is a guess', role);
      const short = parts.name.split(' ').length <= 4;
      return found(member, short ? base : Math.min(base, 0.8), 'named beside the quote', role);
    }
    const same = this.cast
      .withSurname(parts.name)
      .filter((member) => parts.title === null || member.gender === null || member.gender === parts.title);
    if (same.length === 1)
      return found(same[0] ?? null, Math.min(base, 0.93), `the only ${parts.name} in the text`, role);
    if (same.length > 1) {
      const latest = this.recent.findLast((member) => same.some((each) => each.name === member.name));
      return found(latest ?? same[0] ?? null, Math.min(base, 0.6), `more than one ${parts.name} in the text`);
    }
    return found(
      { name: parts.name, role, gender: parts.title, organisation: false },
      Math.min(base, 0.85),
      'only a surname is known',
      role,
    );
  }

  /** Learns a full name, with its role, before any quote is settled. */
  introduce(place: Place, clause: Clause): void {
    this.cast.add(wordsOfPhrase(place, clause.phrase), roleInApposition(place, clause.apposition));
  }

  /** A guess from the subject of the sentence a fragment stands in. */
  fromSubject(place: Place, phrase: Phrase): Proposal {
    return this.fromClause(place, {
      phrase,
      cueFrom: phrase.to,
      cueTo: phrase.to,
      last: phrase.to,
      apposition: null,
      grip: 'subject',
      plain: false,
      verb: 'thinking',
      subject: 'guessed',
    });
  }

  /** The neighbour's speaker, for a quote with no clause of its own. */
  carried(neighbour: Proposal, confidence: number): Proposal {
    const reason =
      neighbour.name === ''
        ? 'carried over from the quote before'
        : `carried over from the quote before, by ${neighbour.name}`;
    return {
      ...neighbour,
      mentionRange: null,
      confidence: Math.min(confidence, neighbour.confidence),
      reason,
    };
  }

  /** Remembers a person who was the subject of a sentence, for the pronouns that follow. */
  notice(place: Place, phrase: Phrase | null): void {
    if (phrase?.kind !== 'named') return;
    const { name, organisation } = splitName(wordsOfPhrase(place, phrase));
    if (name === '' || organisation) return;
    const member = this.cast.members.find((each) => each.name === name) ?? this.cast.withSurname(name)[0];
    if (member !== undefined) this.remember(member);
  }

  private remember(member: Member): void {
    this.recent = [...this.recent.filter((each) => each.name !== member.name), member];
  }

  private fromPronoun(
    word: string,
    base: number,
    found: (member: Member | null, confidence: number, reason: string) => Proposal,
  ): Proposal {
    const gender: Gender = word === 'he' || word === 'she' ? word : null;
    if (gender === null) return found(null, Math.min(base, 0.5), `nobody is certain behind “${word}”`);
    const fits = (member: Member): boolean =>
      !member.organisation && (member.gender === null || member.gender === gender);
    const everyone = this.cast.members.filter((member) => fits(member) && member.name.includes(' '));
    const latest = this.recent.findLast(fits);
    const only = everyone.length === 1 ? everyone[0] : undefined;
    if (only !== undefined && (latest === undefined || latest.name === only.name) && only.gender === gender)
      return found(only, Math.min(base, 0.91), `the only one “${word}” can mean`);
    if (latest !== undefined)
      return found(latest, Math.min(base, latest.gender === gender ? 0.75 : 0.6), `the last named whom “${word}” fits`);
    if (everyone.length > 0) return found(everyone[0] ?? null, Math.min(base, 0.4), `somebody whom “${word}” fits`);
    return found(null, 0.3, `nobody is named whom “${word}” fits`);
  }

  private fromRole(
    words: readonly string[],
    base: number,
    found: (member: Member | null, confidence: number, reason: string) => Proposal,
  ): Proposal {
    const noun = (words.at(-1) ?? '').toLowerCase();
    const definite = /^(?:the|our)$/iu.test(words[0] ?? '');
    const holders = definite ? this.cast.withRole(noun) : [];
    if (holders.length === 1) return found(holders[0] ?? null, Math.min(base, 0.85), `the only ${noun} in the text`);
    if (holders.length > 1) {
      const latest = this.recent.findLast((member) => holders.some((each) => each.name === member.name));
      return found(latest ?? holders[0] ?? null, Math.min(base, 0.5), `more than one ${noun} in the text`);
    }
    return found(null, Math.min(base, 0.6), 'no name is given');
  }

  private propose(parts: {
    readonly member: Member | null;
    readonly mention: string;
    readonly mentionRange: Range;
    readonly confidence: number;
    readonly reason: string;
    readonly role: string;
  }): Proposal {
    const { member, mention, mentionRange, reason } = parts;
    if (member !== null && !member.organisation) this.remember(member);
    const person = member === null ? null : this.cast.personNamed(member.name);
    const role = person !== null ? roleOn(person, '') || member?.role || '' : parts.role || member?.role || '';
    const name = person?.name ?? member?.name ?? '';
    return { name, mention, mentionRange, role, person: person?.id ?? null, confidence: parts.confidence, reason };
  }
}
