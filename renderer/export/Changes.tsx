import { EqualNot, Minus, Plus } from 'lucide-react';
import type { ExportReport } from '../../shared/archive/model';
import { Button } from '../ui/Button';
import { counted } from '../ui/dates';
import { type NamedPage, changeWords, namedPages, pageWords } from './report';

/** So many rows of a kind are listed; the rest is counted. */
const LISTED = 100;

type Props = Pick<ExportReport, 'changes' | 'pages' | 'written' | 'preview'> & {
  /** Shows a page as it stands beside the page as it will be. */
  readonly onLook: (path: string) => void;
};

/** What the bundle's pages will be, or became, beside those of the one before; the other files folded below. */
export const Changes = ({ changes, pages, written, preview, onLook }: Props) => {
  const named = namedPages({ changes, pages });
  return (
    <section className="wc" aria-labelledby="what-changes" tabIndex={0}>
      <h2 id="what-changes">
        {written ? 'What changed' : preview ? 'What would change by then' : 'What will change'}{' '}
        <span className="meta">{written ? changeWords(changes) : `${pageWords(changes)}.`}</span>
      </h2>
      {!written && <p className="meta">{`In files: ${changeWords(changes)}`}</p>}
      {named.pages.length > 0 && <Rows rows={named.pages} onLook={written ? null : onLook} />}
      {named.files.length > 0 && (
        <details>
          <summary>{counted(named.files.length, 'other file')}: feeds, search, data</summary>
          <Rows rows={named.files} onLook={null} />
        </details>
      )}
    </section>
  );
};

const iconOf = (word: string) => (word === 'New' ? Plus : word === 'Taken away' ? Minus : EqualNot);

type RowsProps = { readonly rows: readonly NamedPage[]; readonly onLook: ((path: string) => void) | null };

const Rows = ({ rows, onLook }: RowsProps) => (
  <table>
    <thead className="vh">
      <tr>
        <th scope="col">Change</th>
        <th scope="col">Page</th>
        <th scope="col">Kind</th>
      </tr>
    </thead>
    <tbody>
      {rows.slice(0, LISTED).map(({ path, word, name, kind, spoken }) => {
        const Icon = iconOf(word);
        return (
          <tr key={path}>
            <td>
              <Icon className="i" aria-hidden="true" />
              {word}
            </td>
            <td>
              <span dir="auto">{name}</span>
              {path.endsWith(`/${name}`) ? null : <span className="meta path">{path}</span>}
            </td>
            <td>
              <span className="meta">{path.endsWith('.html') ? kind : 'file'}</span>
              {onLook !== null && (
                <Button kind="link" onClick={() => onLook(path)} aria-label={`Old beside new: ${spoken}`}>
                  Old beside new
                </Button>
              )}
            </td>
          </tr>
        );
      })}
      {rows.length > LISTED && (
        <tr>
          <td />
          <td colSpan={2}>{`and ${(rows.length - LISTED).toLocaleString('en-GB')} more`}</td>
        </tr>
      )}
    </tbody>
  </table>
);
