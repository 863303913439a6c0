import { EqualNot, Minus, Plus, type LucideIcon } from 'lucide-react';
import type { ExportReport } from '../../shared/archive/model';
import { Button } from '../ui/Button';
import { changeWords, pageWords } from './report';

/** So many paths of a kind are listed; the rest is counted. */
const LISTED = 100;

type Props = Pick<ExportReport, 'changes' | 'written'> & {
  /** Shows a page as it stands beside the page as it will be. */
  readonly onLook: (path: string) => void;
};

/** What the bundle's files will be, or became, beside those of the one before. */
export const Changes = ({ changes, written, onLook }: Props) => (
  <section className="wc" aria-labelledby="what-changes" tabIndex={0}>
    <h2 id="what-changes">
      {written ? 'What changed' : 'What will change'}{' '}
      <span className="meta">{written ? changeWords(changes) : pageWords(changes)}</span>
    </h2>
    {!written && <p className="meta">{`In files: ${changeWords(changes)}`}</p>}
    <table>
      <thead className="vh">
        <tr>
          <th scope="col">Change</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        <Rows icon={Plus} word="New" paths={changes.added} onLook={written ? null : onLook} />
        <Rows icon={EqualNot} word="Changed" paths={changes.changed} onLook={written ? null : onLook} />
        <Rows icon={Minus} word="Taken away" paths={changes.removed} onLook={written ? null : onLook} />
      </tbody>
    </table>
  </section>
);

type RowsProps = {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly paths: readonly string[];
  readonly onLook: ((path: string) => void) | null;
};

/** Pages first: they are what readers see. */
const pagesFirst = (paths: readonly string[]): readonly string[] =>
  paths.toSorted((a, b) => Number(b.endsWith('.html')) - Number(a.endsWith('.html')));

const Rows = ({ icon: Icon, word, paths, onLook }: RowsProps) => (
  <>
    {pagesFirst(paths)
      .slice(0, LISTED)
      .map((path) => (
        <tr key={path}>
          <td>
            <Icon className="i" aria-hidden="true" />
            {word}
          </td>
          <td>
            {path}
            {onLook !== null && path.endsWith('.html') && (
              <Button kind="link" onClick={() => onLook(path)} aria-label={`Old beside new: ${path}`}>
                Old beside new
              </Button>
            )}
          </td>
        </tr>
      ))}
    {paths.length > LISTED && (
      <tr>
        <td>{word}</td>
        <td>{`and ${(paths.length - LISTED).toLocaleString('en-GB')} more`}</td>
      </tr>
    )}
  </>
);
