import type { Side } from '../../shared/compare/merge';
import { isSame } from '../../shared/same';

/** What was decided about a change: its words are taken from a side, or it is left as it is. */
export type Decision = Side | 'left';

/** By the number of the change; what has none is still to be decided. */
export type Decisions = ReadonlyMap<number, Decision>;

/** One act of deciding, on one change or several. `says` tells it: "One word changed taken over". */
export type Step = { readonly says: string; readonly decisions: Decisions };

/** What was decided so far, with what can be undone and done again. `at` counts the steps that hold. */
export type Course = { readonly steps: readonly Step[]; readonly at: number };

export const NOTHING_DECIDED: Course = { steps: [], at: 0 };

const NONE: Decisions = new Map();

/** The decisions that hold. */
export const decisionsOf = ({ steps, at }: Course): Decisions => steps[at - 1]?.decisions ?? NONE;

/** Decides on changes; `null` makes them undecided again. What had been undone is gone from then on. */
export const decide = (course: Course, changes: readonly number[], decision: Decision | null, says: string): Course => {
  const decisions = new Map(decisionsOf(course));
  for (const change of changes) {
    if (decision === null) decisions.delete(change);
    else decisions.set(change, decision);
  }
  const steps = [...course.steps.slice(0, course.at), { says, decisions }];
  return { steps, at: steps.length };
};

/** Decides on one change; deciding as it is decided already makes it undecided again. `title` names the change. */
export const decideOne = (course: Course, change: number, decision: Decision, title: string): Course => {
  if (decisionsOf(course).get(change) === decision) return decide(course, [change], null, `${title}: open again`);
  return decide(course, [change], decision, `${title}: ${decision === 'left' ? 'left as it is' : 'taken over'}`);
};

/** The last step without some of its changes, which are as they were before it; no step where nothing is left of it. */
export const withoutChanges = (course: Course, changes: readonly number[]): Course => {
  const [step, before] = [stepAt(course, 'undo'), moved(course, 'undo')];
  if (step === null || changes.length === 0) return course;
  const decisions = new Map(step.decisions);
  for (const change of changes) {
    const was = decisionsOf(before).get(change);
    if (was === undefined) decisions.delete(change);
    else decisions.set(change, was);
  }
  const steps = course.steps.slice(0, before.at);
  if (isSame([...decisions], [...decisionsOf(before)])) return { steps, at: before.at };
  return { ...course, steps: [...steps, { ...step, decisions }] };
};

/** The step that undoing takes back, or that doing again brings; null where there is none. */
export const stepAt = ({ steps, at }: Course, by: 'undo' | 'redo'): Step | null =>
  steps[by === 'undo' ? at - 1 : at] ?? null;

/** One step back or forth; the same where there is none. */
export const moved = (course: Course, by: 'undo' | 'redo'): Course =>
  stepAt(course, by) === null ? course : { ...course, at: course.at + (by === 'undo' ? -1 : 1) };

/** How many were taken over and left, and how many of `total` are still to be decided. */
export const countDecisions = (
  decisions: Decisions,
  total: number,
): { readonly taken: number; readonly left: number; readonly open: number } => {
  const left = [...decisions.values()].filter((decision) => decision === 'left').length;
  return { taken: decisions.size - left, left, open: total - decisions.size };
};
