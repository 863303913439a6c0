import type { History } from './use-versions';
import { PairMenu } from './PairMenu';
import { VersionSelect } from './VersionSelect';
import type { Elsewhere, Pair } from './versions';

type Props = {
  readonly history: History;
  readonly pair: Pair;
  /** One side, or both. */
  readonly onChoose: (pair: Partial<Pair>) => void;
  readonly onElsewhere: (side: keyof Pair, what: 'release' | 'file') => void;
  readonly elsewhere: Elsewhere;
  readonly at: { readonly now: Date; readonly zone: string };
};

/** What stands side by side: any version on either side, or one of the pairs that are often wanted. */
export const Chooser = ({ history: { versions, working }, pair, onChoose, onElsewhere, elsewhere, at }: Props) => (
  <>
    <VersionSelect
      label="Before"
      versions={versions}
      value={pair.before}
      onChange={(before) => onChoose({ before })}
      onElsewhere={(what) => onElsewhere('before', what)}
      elsewhere={elsewhere}
      at={at}
    />
    <span className="meta not-small">beside</span>
    <VersionSelect
      label="After"
      versions={versions}
      value={pair.after}
      onChange={(after) => onChoose({ after })}
      onElsewhere={(what) => onElsewhere('after', what)}
      elsewhere={elsewhere}
      at={at}
    />
    <PairMenu versions={versions} working={working.version} value={pair} onChoose={onChoose} at={at} />
  </>
);
