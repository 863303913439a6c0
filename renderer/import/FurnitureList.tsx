import type { Furniture } from '../../shared/import/model';
import { counted } from '../ui/dates';

type Props = {
  readonly dropped: readonly Furniture[];
  readonly kept: ReadonlySet<number>;
  readonly onKeep: (index: number, keep: boolean) => void;
};

/** The lines taken for none of the release’s. Each is left out by consent: untick it, and it comes in where it stood. */
export const FurnitureList = ({ dropped, kept, onKeep }: Props) => (
  <section className="imp-side" aria-labelledby="furniture" data-region="furniture">
    <h2 id="furniture">Left out</h2>
    {dropped.length === 0 ? (
      <p className="ghost">Nothing is: the whole file comes in.</p>
    ) : (
      <>
        <p className="meta">
          {`${counted(dropped.length, 'line')} of the file ${dropped.length === 1 ? 'stands' : 'stand'} beside the release. What is not ticked comes in where it stood.`}
        </p>
        <ul>
          {dropped.map((line, index) => (
            <li key={index}>
              <label>
                <input
                  type="checkbox"
                  checked={!kept.has(index)}
                  onChange={(event) => onKeep(index, !event.target.checked)}
                />
                <span>
                  Leave out <q dir="auto">{line.text}</q>
                  <span className="meta">{line.why}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
