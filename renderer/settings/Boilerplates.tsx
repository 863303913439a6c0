import { Button } from '../ui/Button';
import { fullInstant } from '../ui/dates';
import type { EarlierBoilerplate } from './boilerplates';

type Props = {
  readonly earlier: readonly EarlierBoilerplate[];
  readonly zone: string;
  readonly onTake: (words: string) => void;
};

/** The wordings that the boilerplate had before, each with the way back to it. */
export const Boilerplates = ({ earlier, zone, onTake }: Props) =>
  earlier.length === 0 ? null : (
    <details className="boilerplates">
      <summary>{earlier.length === 1 ? 'One earlier wording' : `${String(earlier.length)} earlier wordings`}</summary>
      <ol className="versions">
        {earlier.map(({ at, by, words }) => (
          <li key={at}>
            <div>
              <b>{by === '' ? 'Before the first change' : `${fullInstant(at, zone)}, ${by}`}</b>
              <p>{words}</p>
            </div>
            <Button
              aria-label={`Use these words, of ${by === '' ? 'before the first change' : fullInstant(at, zone)}`}
              onClick={() => onTake(words)}
            >
              Use these words
            </Button>
          </li>
        ))}
      </ol>
    </details>
  );
