import { useState } from 'react';
import { Dialog } from '../ui/Dialog';

type Props = {
  readonly oneColumn: boolean;
  readonly onClose: () => void;
  readonly onPaper: (form: 'print' | 'pdf', inline: boolean) => void;
};

/** Asks how the comparison is put on paper: with its list of changes, in two columns or in one. */
export const PaperDialog = ({ oneColumn, onClose, onPaper }: Props) => {
  const [inline, setInline] = useState(oneColumn);
  return (
    <Dialog
      title="Print or save the comparison"
      onClose={onClose}
      onSubmit={() => onPaper('pdf', inline)}
      actions={
        <>
          <button type="button" className="b" onClick={onClose}>
            Not now
          </button>
          <button type="button" className="b" onClick={() => onPaper('print', inline)}>
            Print…
          </button>
          <button type="submit" className="b p">
            Save as PDF…
          </button>
        </>
      }
    >
      <p>The list of changes, the text with every change numbered, and what became of the quotes.</p>
      <div className="field" role="radiogroup" aria-label="Columns">
        <label>
          <input type="radio" name="columns" checked={!inline} autoFocus={!inline} onChange={() => setInline(false)} />{' '}
          Two columns
        </label>
        <label>
          <input type="radio" name="columns" checked={inline} autoFocus={inline} onChange={() => setInline(true)} /> One
          column
        </label>
      </div>
    </Dialog>
  );
};
