import { $getRoot, $getState, $setState, createState } from 'lexical';
import type { StoredQuote } from '../../shared/release/model';
import type { Facts } from './quote-facts';

/** How many steps about spans led to the text as it stands; it is part of the text's state, so undo takes it back. */
const stepState = createState('span-step', {
  parse: (value: unknown): number => (typeof value === 'number' ? value : 0),
});
export const $spanStep = (): number => $getState($getRoot(), stepState);
export const $setSpanStep = (step: number): void => {
  $setState($getRoot(), stepState, step);
};

/** Says of an update that it is such a step: the words stay as they are. */
export const SPAN_TAG = 'span';

/** What became of some quotes: as they were, and as they are. */
type Step = { before: Facts; after: Facts };

const factOf = (facts: Facts, id: string): StoredQuote | undefined => facts.find((fact) => fact.id === id);

/** A fact as it is to be, with what a person did since: a speaker set, approvals recorded. */
const withSince = (wanted: StoredQuote, then: StoredQuote | undefined, now: StoredQuote | undefined): StoredQuote => {
  if (now === undefined) return wanted;
  const since = now.approvals.filter((approval) => then?.approvals.includes(approval) !== true);
  const missing = since.filter((approval) => !wanted.approvals.includes(approval));
  const speaker = then !== undefined && now.speaker !== then.speaker ? now.speaker : wanted.speaker;
  return { ...wanted, speaker, approvals: [...wanted.approvals, ...missing] };
};

/**
 * Leads facts from one side of a step to the other. Of the quotes it touched those that are not on the other side go,
 * but for one that was approved since: its approvals are kept, though no words are its own.
 */
const crossed = (facts: Facts, from: Facts, to: Facts): Facts => {
  const wanted = new Map(to.map((fact) => [fact.id, withSince(fact, factOf(from, fact.id), factOf(facts, fact.id))]));
  const stay = facts.flatMap((fact): readonly StoredQuote[] => {
    const now = wanted.get(fact.id);
    if (now !== undefined) return [now];
    const then = factOf(from, fact.id);
    return then === undefined || fact.approvals.length > then.approvals.length ? [fact] : [];
  });
  return [...stay, ...[...wanted.values()].filter(({ id }) => factOf(facts, id) === undefined)];
};

/** The steps about spans so far, and where among them the text is. */
export class SpanSteps {
  private readonly steps: Step[] = [];
  private at = 0;

  /** Notes a step that leads from facts to others, and gives its number. What was undone before it is gone. */
  add(before: Facts, after: Facts): number {
    const touched = (one: Facts, other: Facts): Facts => one.filter((fact) => factOf(other, fact.id) !== fact);
    this.steps.splice(this.at, Infinity, { before: touched(before, after), after: touched(after, before) });
    this.at += 1;
    return this.at;
  }

  /** The facts that go with the text where it is `to` steps on, and the ids of those that were touched on the way. */
  follow(to: number, facts: Facts): { readonly facts: Facts; readonly touched: readonly string[] } {
    const touched: string[] = [];
    let now = facts;
    while (this.at !== to) {
      const back = to < this.at;
      const step = this.steps[back ? this.at - 1 : this.at];
      if (step === undefined) break;
      const ids = new Set([...step.before, ...step.after].map(({ id }) => id));
      const left = now.filter(({ id }) => ids.has(id));
      now = back ? crossed(now, step.after, step.before) : crossed(now, step.before, step.after);
      const come = now.filter(({ id }) => ids.has(id));
      // Coming back here, what was settled meanwhile is still so.
      if (back) [step.before, step.after] = [come, left];
      else [step.before, step.after] = [left, come];
      touched.push(...ids);
      this.at += back ? -1 : 1;
    }
    return { facts: now, touched };
  }
}
