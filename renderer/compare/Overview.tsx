import type { Line } from './lines';
import { KIND_CLASS } from './Sign';

/** Where the changes lie in the whole, at a glance. An ornament: the list says the same in words. */
export const Overview = ({ lines }: { readonly lines: readonly Line[] }) => (
  <div className="ov" aria-hidden="true">
    {lines.map((line, index) =>
      line.kind === 'same' ? null : (
        <i
          key={line.key}
          className={KIND_CLASS[line.kind]}
          style={{ insetBlockStart: `${(2 + (96 * index) / lines.length).toFixed(2)}%` }}
        />
      ),
    )}
  </div>
);
