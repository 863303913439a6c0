import { ChevronLeft, CircleAlert, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { placeholdersIn } from '../../../shared/archive/check-placeholders';
import type { Finding } from '../../../shared/archive/model';
import type { TextPlace } from '../../../shared/archive/places';
import type { QuoteFinding, TextEdit } from '../../../shared/quotes/check-model';
import type { FoundPlace } from '../../../shared/release/find';
import { blockText } from '../../../shared/release/text';
import type { Look } from '../../../shared/writing/look';
import { goToPlace } from '../go-to-place';
import { excerptOf } from './excerpt';
import type { Checks } from './use-checks';
import './checks.css';

type Props = {
  readonly checks: Checks | null;
  readonly readOnly: boolean;
  readonly onPlace: (place: FoundPlace) => void;
  readonly onQuote: (key: string) => void;
  readonly onFix: (says: string, edit: TextEdit) => void;
  /** Back to the quotes. */
  readonly onBack: () => void;
};

/** What would stop the export and what is worth a look, each a way to its place. Nothing here interrupts. */
export const ChecksPanel = ({ checks, readOnly, onPlace, onQuote, onFix, onBack }: Props) => (
  <aside className="quotes checks-panel" aria-label="Checks" data-region="quotes" tabIndex={-1}>
    <div className="ph">
      <button type="button" className="b g" onClick={onBack}>
        <ChevronLeft className="i" aria-hidden="true" /> Quotes
      </button>
      <h2>Checks</h2>
      {checks === null && <span className="meta">Looking…</span>}
    </div>
    <div className="rows">
      {checks && (
        <>
          <Group
            title="Stops the export"
            none="Nothing would stop the export of this text."
            icon={<CircleAlert className="i" aria-hidden="true" />}
          >
            {checks.blocking.map((finding, index) => (
              <Row key={index} says={finding.message} go={goOf(finding, checks, { onQuote, onPlace })} />
            ))}
          </Group>
          <Group title="Worth a look" none="Nothing else stands out." icon={<Eye className="i" aria-hidden="true" />}>
            {[
              ...checks.misquoting.map((finding, index) => (
                <Row
                  key={`quote ${String(index)}`}
                  says={finding.message}
                  excerpt={excerptOf(finding, checks)}
                  go={() => onPlace(placeOf(finding))}
                  fix={readOnly ? null : finding.fix}
                  onFix={onFix}
                />
              )),
              ...checks.looks.map((look, index) => (
                <Row
                  key={`look ${String(index)}`}
                  says={look.message}
                  excerpt={shortened(textAt(look, checks).slice(look.start, look.end))}
                  go={() => onPlace(placeOfLook(look))}
                />
              )),
            ]}
          </Group>
        </>
      )}
    </div>
  </aside>
);

const Group = ({
  title,
  none,
  icon,
  children,
}: {
  readonly title: string;
  readonly none: string;
  readonly icon: ReactNode;
  readonly children: readonly ReactNode[];
}) => (
  <section className="check-group" aria-label={title}>
    <h3>
      {icon} {title} <span className="meta">{children.length === 0 ? '' : children.length}</span>
    </h3>
    {children.length === 0 ? <p className="meta">{none}</p> : <ul>{children}</ul>}
  </section>
);

type RowProps = {
  readonly says: string;
  readonly excerpt?: string;
  readonly go: (() => void) | null;
  readonly fix?: QuoteFinding['fix'];
  readonly onFix?: Props['onFix'];
};

const Row = ({ says, excerpt = '', go, fix = null, onFix }: RowProps) => (
  <li className="check-row">
    {go === null ? (
      <span>{says}</span>
    ) : (
      <button type="button" className="go" onClick={go}>
        {says}
      </button>
    )}
    {excerpt !== '' && (
      <q className="ex" dir="auto">
        {excerpt}
      </q>
    )}
    {fix && (
      <button type="button" className="lk" onClick={() => onFix?.(fix.says, fix.edit)}>
        {fix.says}
      </button>
    )}
  </li>
);

/** The way to what stops the export: the quote's row, or the place in the text. */
const goOf = (
  { quote, at, code }: Finding,
  checks: Checks,
  { onQuote, onPlace }: Pick<Props, 'onQuote' | 'onPlace'>,
): (() => void) | null => {
  if (quote) return () => onQuote(quote.key);
  const toFill = code === 'placeholder-left' && at ? toFillIn(at, checks) : null;
  if (toFill) return () => onPlace(toFill);
  if (at) return () => goToPlace(at);
  if (code === 'missing-headline') return () => goToPlace({ part: 'headline', block: 0 });
  if (code === 'missing-date')
    return () => document.querySelector<HTMLElement>('.detail-fields input[type="date"]')?.focus();
  return null;
};

/** The first mark to be filled in there, so that the writer types over it. */
const toFillIn = ({ part, block }: TextPlace, { of }: Checks): FoundPlace | null => {
  if (part === 'headline' || part === 'standfirst') {
    const [mark] = placeholdersIn(of.fields[part]);
    return mark === undefined ? null : { part, ...mark };
  }
  const there = part === 'body' ? of.body.blocks[block] : undefined;
  const [mark] = there ? placeholdersIn(blockText(there)) : [];
  return mark === undefined ? null : { part: 'body', block, ...mark };
};

const placeOf = ({ place }: QuoteFinding): FoundPlace =>
  typeof place === 'string' ? { part: place, start: 0, end: 0 } : { part: 'body', ...place };

const placeOfLook = ({ at, start, end }: Look): FoundPlace =>
  at.part === 'headline' ? { part: 'headline', start, end } : { part: 'body', block: at.block, start, end };

const textAt = ({ at }: Look, { of }: Checks): string => {
  if (at.part === 'headline') return of.fields.headline;
  const block = of.body.blocks[at.block];
  return block ? blockText(block) : '';
};

const MOST = 120;
const shortened = (words: string): string =>
  words.length <= MOST ? words : `${words.slice(0, words.lastIndexOf(' ', MOST))} …`;
