import type { LucideIcon } from 'lucide-react';
import type { UnreadableRelease } from '../../shared/newsroom/model';

type Props = { readonly name: string; readonly rows: readonly UnreadableRelease[]; readonly Icon: LucideIcon };

/** Releases that are in the folder and cannot be opened, each with why. */
export const NotRead = ({ name, rows, Icon }: Props) =>
  rows.length === 0 ? null : (
    <section className="unreadable" aria-label={`Releases: ${name.toLowerCase()}`}>
      <h2>
        {name} <span>{rows.length}</span>
      </h2>
      <ul>
        {rows.map(({ folder, message }) => (
          <li key={folder}>
            <Icon className="i" aria-hidden="true" />
            <b>{folder}</b>
            <span className="meta">{message} Nothing is written over it.</span>
          </li>
        ))}
      </ul>
    </section>
  );
