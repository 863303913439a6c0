import type { Naming } from './naming';

/** How many sentences back a second person still competes for a pronoun. */
const NEAR = 4;
/** How many sentences back a pronoun reaches with ease. */
const REACH = 3;

/** How many names are kept that were no subjects. */
const MENTIONS = 6;

/** Who was named or has spoken, the latest last: whom a pronoun can mean. */
export class Memory {
  private readonly seen = new Map<string, { readonly member: Naming; readonly at: number }>();
  private sentence = 0;
  private stranger = -1;
  private speaker: Naming | null = null;
  private readonly mentioned: { readonly member: Naming; readonly at: number }[] = [];

  nextSentence(): void {
    this.sentence += 1;
  }

  /** Remembers somebody named in the sentence that ended last, or in the one that is under way. */
  remember(member: Naming, underWay = false): void {
    this.seen.delete(member.name);
    this.seen.set(member.name, { member, at: this.sentence + (underWay ? 1 : 0) });
  }

  /** Takes note that somebody or something unknown was the subject of a sentence. */
  passStranger(): void {
    this.stranger = this.sentence;
  }

  /** Whoever fits of those remembered, the latest first. */
  latest(fits: (member: Naming) => boolean): Naming | null {
    let found: Naming | null = null;
    for (const { member } of this.seen.values()) if (fits(member)) found = member;
    return found;
  }

  /** Whether another who fits was named near where `who` was. */
  isRivalled(who: Naming, fits: (member: Naming) => boolean): boolean {
    const at = this.seen.get(who.name)?.at ?? 0;
    for (const other of this.seen.values())
      if (other.member.name !== who.name && fits(other.member) && at - other.at <= NEAR) return true;
    return false;
  }

  isAfar(who: Naming): boolean {
    return this.sentence - (this.seen.get(who.name)?.at ?? 0) > REACH;
  }

  /** Whether somebody unknown was a subject since `who` was last named. */
  isPastStranger(who: Naming): boolean {
    return (this.seen.get(who.name)?.at ?? 0) < this.stranger;
  }

  /** Takes note of a name that is not a subject. */
  mention(member: Naming): void {
    this.mentioned.push({ member, at: this.sentence });
    if (this.mentioned.length > MENTIONS) this.mentioned.shift();
  }

  /** Whether somebody else who fits was mentioned since `who` was last named. */
  isPastMention(who: Naming, fits: (member: Naming) => boolean): boolean {
    const at = this.seen.get(who.name)?.at ?? 0;
    return this.mentioned.some((each) => each.member.name !== who.name && each.at > at && fits(each.member));
  }

  /** Sets who said the latest quote. */
  spoke(who: Naming | null): void {
    this.speaker = who;
  }

  spokeLast(name: string): boolean {
    return name !== '' && name === this.speaker?.name;
  }

  /** The body that said the latest quote, where a body did. */
  bodyThatSpoke(): Naming | null {
    return this.speaker?.organisation === true ? this.speaker : null;
  }
}
