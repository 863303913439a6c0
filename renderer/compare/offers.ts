import { isSameText } from '../../shared/compare/carry-out';
import { type Side } from '../../shared/compare/merge';
import { isTakeable } from '../../shared/compare/take-over';
import type { Release } from '../../shared/release/model';
import { whyFrozen } from '../../shared/release/states';
import type { Decision } from './decisions';
import type { Change, Names } from '../../shared/compare/line';

/** From which sides words can be taken into the working text; where from none, why. */
export type Offers = { readonly sides: readonly Side[]; readonly names: Names; readonly why: string | null };

/** A side that holds the text that is being written offers nothing: its words stand there already. */
export const offersOf = (
  texts: { readonly before: Release; readonly after: Release; readonly working: Release },
  names: Names,
): Offers => {
  const why = whyFrozen(texts.working);
  if (why !== null) return { sides: [], names, why };
  const sides = (['before', 'after'] as const).filter((side) => !isSameText(texts[side], texts.working));
  return { sides, names, why: null };
};

/** The offers for one change. The state is no words: it is told here, and asks for no decision. */
export const offersFor = (offers: Offers, change: Change): Offers =>
  offers.why !== null || isTakeable(change.place)
    ? offers
    : {
        ...offers,
        sides: [],
        why: 'Nothing to decide here: a release is moved on by sending, agreeing and publishing it',
      };

/** What was decided, in words: "Taken over from Draft 1". */
export const decisionText = (decision: Decision, { names }: Offers): string =>
  decision === 'left' ? 'Left as it is' : `Taken over from ${names[decision]}`;
