import { Button } from '../ui/Button';

/** Where the history holds one version alone: says how there come to be two. */
export const NothingToCompare = ({ onBack }: { readonly onBack: () => void }) => (
  <main className="desk">
    <div className="nothing">
      <p>There is one version so far, and it takes two to compare.</p>
      <p>Name this draft with “Save draft…”, write on, and it will stand here beside the working text.</p>
      <div className="acts">
        <Button kind="primary" onClick={onBack}>
          Back to the page
        </Button>
      </div>
    </div>
  </main>
);
