import { Lock, Pencil } from 'lucide-react';
import type { Withheld } from '../../shared/archive/model';
import { withheldName, withheldWords } from './report';

type Props = { readonly withheld: readonly Withheld[]; readonly zone: string };

/** What stays out of the bundle. Always shown, also when it is nothing. */
export const WithheldList = ({ withheld, zone }: Props) => (
  <section aria-labelledby="withheld">
    <h2 id="withheld">
      Withheld <span className="meta">{withheld.length > 0 && 'not in the bundle, and searched for'}</span>
    </h2>
    {withheld.length === 0 ? (
      <p className="ghost">Nothing is withheld.</p>
    ) : (
      <ul className="wh">
        {withheld.map((held) => (
          <li key={held.release}>
            {held.why === 'not published' ? (
              <Pencil className="i" aria-hidden="true" />
            ) : (
              <Lock className="i" aria-hidden="true" />
            )}
            <span>
              <span dir="auto">{withheldName(held)}</span>
              <span className="meta">{withheldWords(held, zone)}</span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
