import type { ReactNode } from 'react';
import { Button } from '../ui/Button';

type Props = { readonly name: string; readonly list: ReactNode; readonly isEmpty: boolean; readonly onNew: () => void };

/** The newsroom while no release is open. */
export const NothingOpen = ({ name, list, isEmpty, onNew }: Props) => (
  <>
    <header className="tb">
      <h1>{name}</h1>
    </header>
    <div className="work nothing-open">
      {list}
      <main className="desk">
        <div className="nothing">
          <p>{isEmpty ? 'Nothing has been written here yet.' : 'Choose a release, or begin a new one.'}</p>
          <div className="acts">
            <Button kind="primary" onClick={onNew}>
              Begin a release
            </Button>
          </div>
        </div>
      </main>
    </div>
    <footer className="sb">
      <span>Nothing to save</span>
    </footer>
  </>
);
