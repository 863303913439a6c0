import { Button } from '../ui/Button';
import { TRAITS } from './filters';
import type { Change, Trait } from '../../shared/compare/line';

type Props = {
  readonly changes: readonly Change[];
  readonly chosen: ReadonlySet<Trait>;
  readonly onToggle: (trait: Trait) => void;
};

/** Narrows the list of changes to what they are about; each button says how many there are. */
export const FilterBar = ({ changes, chosen, onToggle }: Props) => (
  <div className="filters" role="group" aria-label="Show only">
    {TRAITS.map(({ trait, name }) => {
      const count = changes.filter(({ traits }) => traits.includes(trait)).length;
      return count === 0 && !chosen.has(trait) ? null : (
        <Button key={trait} aria-pressed={chosen.has(trait)} onClick={() => onToggle(trait)}>
          {name} <span className="count">{count}</span>
        </Button>
      );
    })}
  </div>
);
