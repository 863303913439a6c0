import type { ComponentProps, RefObject } from 'react';
import { Sheet } from './Sheet';
import type { Named } from './versions';

type Props = Omit<ComponentProps<typeof Sheet>, 'names'> & {
  readonly left: Named;
  readonly right: Named;
  readonly sheet: RefObject<HTMLElement | null>;
};

/** The two versions in their columns, under what they are called. */
export const Columns = ({ left, right, sheet, ...rest }: Props) => (
  <main
    className={rest.isApart ? 'cols is-apart' : 'cols'}
    ref={sheet}
    data-region="sheet"
    tabIndex={0}
    aria-label="The two versions"
  >
    <div className="colh" aria-hidden="true">
      <div>
        <b>{left.name}</b> <span className="meta">{left.about}</span>
      </div>
      <span />
      <div>
        <b>{right.name}</b> <span className="meta">{right.about}</span>
      </div>
    </div>
    {rest.layout.changes.length === 0 && <p className="alike">The two versions are the same, word for word.</p>}
    <Sheet {...rest} names={{ before: left.name, after: right.name }} />
  </main>
);
