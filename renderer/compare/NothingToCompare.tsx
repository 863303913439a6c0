import { Button } from '../ui/Button';

type Props = {
  readonly onBack: () => void;
  /** Asks for something that is not of this release. */
  readonly onElsewhere: (what: 'release' | 'file') => void;
};

/** Where the history holds one version alone: says how there come to be two. */
export const NothingToCompare = ({ onBack, onElsewhere }: Props) => (
  <main className="desk">
    <div className="nothing">
      <p>There is one version so far, and it takes two to compare.</p>
      <p>Name this draft with “Save draft…”, write on, and it will stand here beside the working text.</p>
      <div className="acts">
        <Button onClick={() => onElsewhere('release')}>Another release beside it…</Button>
        <Button onClick={() => onElsewhere('file')}>A file beside it…</Button>
        <Button kind="primary" onClick={onBack}>
          Back to the page
        </Button>
      </div>
    </div>
  </main>
);
