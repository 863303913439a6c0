import { useDeferredValue, useMemo } from 'react';
import type { Person } from '../../shared/people/model';
import type { QuoteFinding, TextEdit } from '../../shared/quotes/check-model';
import { checkQuotes } from '../../shared/quotes/checks';
import { blockText } from '../../shared/release/text';
import type { SessionState } from './session';

type Props = {
  readonly state: SessionState;
  readonly people: readonly Person[];
  readonly readOnly: boolean;
  readonly onFix: (says: string, edit: TextEdit) => void;
};

/** The words a finding is about, four more on either side. */
const around = ({ place }: QuoteFinding, { body, fields }: SessionState): string => {
  if (place === 'headline' || place === 'standfirst') return fields[place];
  const block = body.blocks[place.block];
  const text = block === undefined ? '' : blockText(block);
  const before = text.slice(0, place.start).match(/(?:\S+\s*){0,4}$/u)?.[0] ?? '';
  const behind = text.slice(place.end).match(/^(?:\s*\S+){0,4}/u)?.[0] ?? '';
  const isCut = before.length < place.start;
  const goesOn = place.end + behind.length < text.trimEnd().length;
  return `${isCut ? '… ' : ''}${before}${text.slice(place.start, place.end)}${behind}${goesOn ? ' …' : ''}`;
};

/** What may misquote somebody, quietly: each with where it stands and, where one thing puts it right, a key for it. */
export const QuoteChecks = ({ state, people, readOnly, onFix }: Props) => {
  const shown = useDeferredValue(state);
  const { headline, standfirst } = shown.fields;
  const { quotes, body } = shown;
  const findings = useMemo(
    () => checkQuotes({ headline, standfirst, body: body.blocks }, quotes, people),
    [headline, standfirst, body, quotes, people],
  );
  if (findings.length === 0) return null;
  return (
    <section className="checks" aria-label="Checks">
      <h3>Checks</h3>
      <ul>
        {findings.map((finding, index) => (
          <li key={index}>
            <span className="says">{finding.message}</span>
            <q className="ex">{around(finding, shown)}</q>
            {!readOnly && finding.fix && <Fix fix={finding.fix} onFix={onFix} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Fix = ({
  fix: { says, edit },
  onFix,
}: {
  readonly fix: NonNullable<QuoteFinding['fix']>;
  readonly onFix: Props['onFix'];
}) => (
  <button
    type="button"
    className="lk"
    onClick={() => {
      onFix(says, edit);
    }}
  >
    {says}
  </button>
);
