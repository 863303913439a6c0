import { isSameNaming, type Naming } from './naming';

/** How many sentences back a second person still competes for a pronoun. */
const NEAR = 4;
/** How many sentences back a pronoun reaches with ease. */
const REACH = 3;

/** How many sentences back another of the same surname must lie, so that the surname alone means one of them. */
const ALONE = 12;

/** How many names are kept that were no subjects. */
const MENTIONS = 6;

/**
 * Somebody and the sentence they were last named in, counted over the document; `reports` where they said something in it,
 * `joined` is who was its subject with them.
 */
type Seen = { readonly member: Naming; readonly at: number; readonly reports: boolean; readonly joined: Naming | null };

/** How somebody was named. */
type Named = { readonly underWay: boolean } & Pick<Seen, 'reports' | 'joined'>;

/** What a memory holds between two quotes. */
export type Remembered = {
  /** The latest last. */
  readonly seen: readonly Seen[];
  readonly mentioned: readonly Seen[];
  readonly sentence: number;
  readonly stranger: number;
  /** The sentence in which somebody without a name was the subject, or spoke. */
  readonly unnamed: number;
  readonly speaker: Naming | null;
  /** The body that was a subject last. */
  readonly body: Seen | null;
  /** The names of all who have spoken, in order. */
  readonly voices: readonly string[];
};

export const NOTHING_REMEMBERED: Remembered = {
  seen: [],
  mentioned: [],
  sentence: 0,
  stranger: -Infinity,
  unnamed: -Infinity,
  speaker: null,
  body: null,
  voices: [],
};

/** Who was named or has spoken, the latest last: whom a pronoun can mean. */
export class Memory {
  private seen: readonly Seen[];
  private mentioned: readonly Seen[];
  private sentence: number;
  private stranger: number;
  private unnamed: number;
  private speaker: Naming | null;
  private body: Seen | null;
  private voices: readonly string[];

  constructor(from: Remembered = NOTHING_REMEMBERED) {
    this.seen = from.seen;
    this.mentioned = from.mentioned;
    this.sentence = from.sentence;
    this.stranger = from.stranger;
    this.unnamed = from.unnamed;
    this.speaker = from.speaker;
    this.body = from.body;
    this.voices = from.voices;
  }

  /** What is held now; it does not change any more. */
  held(): Remembered {
    const { seen, mentioned, sentence, stranger, unnamed, speaker, body, voices } = this;
    return { seen, mentioned, sentence, stranger, unnamed, speaker, body, voices };
  }

  nextSentence(): void {
    this.sentence += 1;
  }

  /** Remembers somebody named in the sentence that ended last, or in the one that is under way. */
  remember(member: Naming, { underWay, reports, joined }: Named): void {
    const others = this.seen.filter((each) => each.member.name !== member.name);
    this.seen = [...others, { member, at: this.sentence + (underWay ? 1 : 0), reports, joined }];
  }

  /** Whether somebody was last named as the subject together with another who fits. */
  isJoined(who: Naming, fits: (member: Naming) => boolean): boolean {
    const joined = this.seen.find(({ member }) => member.name === who.name)?.joined ?? null;
    return joined !== null && joined.name !== who.name && fits(joined);
  }

  /** Whether somebody said something where they were last named. */
  hasReported(who: Naming): boolean {
    return this.seen.some(({ member, reports }) => reports && member.name === who.name);
  }

  /** Takes note that somebody or something unknown was the subject of a sentence. */
  passStranger(): void {
    this.stranger = this.sentence;
  }

  /** Takes note that a person without a name was the subject of the sentence that ended last, or speaks in the one under way. */
  passUnnamed(underWay: boolean): void {
    this.unnamed = this.sentence + (underWay ? 1 : 0);
  }

  /** Whether somebody said something in this sentence or the one before. */
  hasJustReported(who: Naming): boolean {
    return this.hasReported(who) && this.sentence - this.lastSeen(who) <= 1;
  }

  /** Whether somebody was named a little ago and none of the others was named for long. */
  isAlone(who: Naming, others: readonly Naming[]): boolean {
    const long = this.sentence - ALONE;
    const isFar = ({ name }: Naming): boolean =>
      [...this.seen, ...this.mentioned].every(({ member, at }) => member.name !== name || at < long);
    return this.lastSeen(who) >= this.sentence - 2 * REACH && others.every(isFar);
  }

  /** Whoever fits of those remembered, the latest first. */
  latest(fits: (member: Naming) => boolean): Naming | null {
    return this.seen.findLast(({ member }) => fits(member))?.member ?? null;
  }

  /** The sentence somebody was last named in; before all others where that never was. */
  private lastSeen(who: Naming): number {
    return this.seen.find(({ member }) => member.name === who.name)?.at ?? -Infinity;
  }

  /** Whether another who fits was named near where `who` was. */
  isRivalled(who: Naming, fits: (member: Naming) => boolean): boolean {
    const at = this.lastSeen(who);
    return this.seen.some(({ member, at: other }) => member.name !== who.name && fits(member) && at - other <= NEAR);
  }

  /** Whether somebody was named in the sentence of `other`, or in the one before it. */
  isBeside(who: Naming, other: Naming): boolean {
    return !this.isAfar(who) && this.lastSeen(other) - this.lastSeen(who) <= 1;
  }

  isAfar(who: Naming): boolean {
    return this.sentence - this.lastSeen(who) > REACH;
  }

  /** Whether somebody unknown was a subject since `who` was last named. */
  isPastStranger(who: Naming): boolean {
    return this.lastSeen(who) < this.stranger;
  }

  /** Whether a person without a name was the last subject, or spoke last, since `who` was named. */
  isPastUnnamed(who: Naming): boolean {
    return this.lastSeen(who) < this.unnamed && this.sentence - this.unnamed <= 1;
  }

  /** Takes note of a name that is not a subject. */
  mention(member: Naming): void {
    this.mentioned = [
      ...this.mentioned.slice(1 - MENTIONS),
      { member, at: this.sentence, reports: false, joined: null },
    ];
  }

  /** Whether somebody else who fits was mentioned since `who` was last named. */
  isPastMention(who: Naming, fits: (member: Naming) => boolean): boolean {
    const at = this.lastSeen(who);
    return this.mentioned.some((each) => each.member.name !== who.name && each.at > at && fits(each.member));
  }

  /** Remembers a body that was the subject of the sentence that ended last, or of the one under way. */
  rememberBody(body: Naming): void {
    this.body = { member: body, at: this.sentence, reports: false, joined: null };
  }

  /** The body a sentence was about last, where that is not far. */
  bodyNear(): Naming | null {
    return this.body !== null && this.sentence - this.body.at <= REACH ? this.body.member : null;
  }

  /** Sets who said the latest quote. */
  spoke(who: Naming | null): void {
    this.speaker = who;
    if (who !== null && !this.voices.includes(who.name)) this.voices = [...this.voices, who.name];
  }

  hasSpoken(name: string): boolean {
    return this.voices.includes(name);
  }

  spokeLast(name: string): boolean {
    return name !== '' && name === this.speaker?.name;
  }

  /** The body that said the latest quote, where a body did. */
  bodyThatSpoke(): Naming | null {
    return this.speaker?.organisation === true ? this.speaker : null;
  }
}

/** Whether two memories answer alike from here on: the same people, named as many sentences ago. */
export const isSameMemory = (a: Remembered, b: Remembered): boolean => {
  const later = b.sentence - a.sentence;
  const isSame = (one: readonly Seen[], two: readonly Seen[]): boolean =>
    one.length === two.length &&
    one.every(
      ({ member, at, reports, joined }, i) =>
        at + later === two[i]?.at &&
        reports === two[i].reports &&
        isSameNaming(member, two[i].member) &&
        isSameNaming(joined, two[i].joined),
    );
  return (
    a.stranger + later === b.stranger &&
    a.unnamed + later === b.unnamed &&
    isSameNaming(a.speaker, b.speaker) &&
    a.voices.length === b.voices.length &&
    a.voices.every((name, i) => name === b.voices[i]) &&
    isSame(a.body === null ? [] : [a.body], b.body === null ? [] : [b.body]) &&
    isSame(a.seen, b.seen) &&
    isSame(a.mentioned, b.mentioned)
  );
};
