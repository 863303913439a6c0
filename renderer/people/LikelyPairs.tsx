import type { LikelyPair, Likeness } from '../../shared/people/merge';
import type { Person } from '../../shared/people/model';
import { Button } from '../ui/Button';

type Props = {
  readonly pairs: readonly LikelyPair[];
  readonly onMerge: (one: Person, other: Person) => void;
};

const WHY: Readonly<Record<Likeness, string>> = {
  'same name': 'They go by one name.',
  'same surname and initial': 'They have one surname and the same first letter.',
};

/** Entries that may be about one person. Whether they are, only the writer can say. */
export const LikelyPairs = ({ pairs, onMerge }: Props) =>
  pairs.length === 0 ? null : (
    <section className="likely" aria-labelledby="likely">
      <h3 id="likely">Perhaps one person</h3>
      <ul>
        {pairs.map(({ one, other, why }) => (
          <li key={`${one.id} ${other.id}`}>
            <span>
              <b>{one.name}</b> and <b>{other.name}</b> <span className="meta">{WHY[why]}</span>
            </span>
            <Button aria-label={`Merge ${one.name} and ${other.name}…`} onClick={() => onMerge(one, other)}>
              Merge…
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
