import type { ArchivedMatch } from '../../shared/newsroom/said';
import type { ReleaseId } from '../../shared/release/model';
import { fullDay } from '../ui/dates';
import type { Said } from './use-said-before';
import { nearChanges } from './words';

type Props = { readonly said: Said; readonly onShow: (id: ReleaseId, quote: string) => void };

/** What the speaker said before in nearly these words, quietly: where, and how it differs, figures above all. */
export const SaidBefore = ({ said, onShow }: Props) => (
  <section className="said" aria-label="Said before">
    <h3>Said before</h3>
    <ul>
      {said.matches.map((match) => (
        <li key={match.quote.key}>
          <Figures figures={match.figures} />
          <Words match={match} />
          <button
            type="button"
            className="lk"
            onClick={() => {
              onShow(match.quote.release, match.quote.quote);
            }}
          >
            {match.quote.headline === '' ? 'A release with no headline yet' : match.quote.headline}
          </button>
          {match.quote.date !== '' && <span className="meta"> {fullDay(match.quote.date)}</span>}
        </li>
      ))}
    </ul>
  </section>
);

const Figures = ({ figures: { said, written } }: Pick<ArchivedMatch, 'figures'>) => {
  if (said.length + written.length === 0) return null;
  return (
    <p className="figures">
      {said.length > 0 ? `Then ${said.join(', ')}` : 'No figure then'}
      {written.length > 0 ? `, now ${written.join(', ')}` : ', now no figure'}
    </p>
  );
};

/** The words then and now in one line; the same where nothing differs. */
const Words = ({ match: { ops } }: { readonly match: ArchivedMatch }) => {
  if (ops.every(({ op }) => op === 'same')) return <p className="meta">In the same words</p>;
  return (
    <p className="then-now" dir="auto">
      {nearChanges(ops).map(({ op, text }, index) =>
        op === 'removed' ? (
          <del key={index}>{text}</del>
        ) : op === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  );
};
