import { EqualNot, Minus, Plus, type LucideIcon } from 'lucide-react';
import type { ExportReport } from '../../shared/archive/model';
import { changeWords } from './report';

/** So many paths of a kind are listed; the rest is counted. */
const LISTED = 100;

/** What the bundle's files will be, or became, beside those of the one before. */
export const Changes = ({ changes, written }: Pick<ExportReport, 'changes' | 'written'>) => (
  <section className="wc" aria-labelledby="what-changes" tabIndex={0}>
    <h2 id="what-changes">
      {written ? 'What changed' : 'What will change'} <span className="meta">{changeWords(changes)}</span>
    </h2>
    <table>
      <thead className="vh">
        <tr>
          <th scope="col">Change</th>
          <th scope="col">File</th>
        </tr>
      </thead>
      <tbody>
        <Rows icon={Plus} word="New" paths={changes.added} />
        <Rows icon={EqualNot} word="Changed" paths={changes.changed} />
        <Rows icon={Minus} word="Taken away" paths={changes.removed} />
      </tbody>
    </table>
  </section>
);

type RowsProps = { readonly icon: LucideIcon; readonly word: string; readonly paths: readonly string[] };

const Rows = ({ icon: Icon, word, paths }: RowsProps) => (
  <>
    {paths.slice(0, LISTED).map((path) => (
      <tr key={path}>
        <td>
          <Icon className="i" aria-hidden="true" />
          {word}
        </td>
        <td>{path}</td>
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
