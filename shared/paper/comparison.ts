import { escape } from '../archive/html';
import { compare } from '../compare/compare';
import { describeApproval } from '../compare/describe-approval';
import { embargoText } from '../compare/embargo-text';
import type { Names } from '../compare/line';
import { layOut } from '../compare/lines';
import { SHEET_STYLE, changesHtml, columnsHtml, inlineHtml } from '../compare/sheet-html';
import type { QuoteChange } from '../compare/model';
import type { ResolveContext } from '../quotes/resolve';
import type { Embargo, Instant, Release } from '../release/model';
import { type PaperPage, factsHtml, paperPage } from './page';

/** Two versions side by side on paper, with the list of what changed. */
export type ComparisonPaper = {
  readonly before: Release;
  readonly after: Release;
  /** Until when the words of both are held. */
  readonly embargo: Embargo | null;
  readonly names: Names;
  /** Of each, its date and who. */
  readonly about: Names;
  readonly context: ResolveContext;
  readonly inline: boolean;
  readonly at: Instant;
  readonly zone: string;
};

const STYLE = `
h2 { font-size: 13pt; margin: 0 0 2mm; }
h2.part { margin: 6mm 0 2mm; break-after: avoid; }
thead { display: table-header-group; }
tr, .line { break-inside: avoid; }
table.quotes { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
.quotes th, .quotes td { border-top: 0.2mm solid #000; padding: 1mm 3mm 1mm 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
`;

const quoteRow = (quote: QuoteChange): string => {
  const words = quote.words
    .map(({ op, text }) => (op === 'same' ? escape(text) : `<${TAG[op]}>${escape(text)}</${TAG[op]}>`))
    .join('');
  const cells = [escape(quote.kind), escape(quote.speaker), words, escape(describeApproval(quote, null))];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
};
const TAG = { added: 'ins', removed: 'del' } as const;

/** The page to be printed: what is compared, the list of changes, the text, and what became of the quotes. */
export const comparisonPage = ({
  before,
  after,
  embargo,
  names,
  about,
  context,
  inline,
  at,
  zone,
}: ComparisonPaper): PaperPage => {
  const comparison = compare(before, after, context);
  const layout = layOut(comparison, before, after, names);
  const quotes = comparison.quotes.filter(({ kind }) => kind !== 'unchanged');
  const title = after.headline.trim() === '' ? 'No headline yet' : after.headline;
  const facts: readonly (readonly [string, string])[] = [
    ['Before', `${names.before} (${about.before})`],
    ['After', `${names.after} (${about.after})`],
    ['Compared', embargoText({ instant: `${at.slice(0, 16)}:00.000Z`, zone })],
    ...(embargo === null ? [] : [['Embargo', `not for publication before ${embargoText(embargo)}`] as const]),
  ];
  return paperPage({
    title: `${title}: ${names.before} beside ${names.after}`,
    language: 'en-GB',
    style: `${STYLE}${SHEET_STYLE}`,
    body: `<h1>${escape(title)}</h1>
${factsHtml(facts)}
<h2 class="part">What changed</h2>
${changesHtml(layout)}
<h2 class="part">The text</h2>
${inline ? inlineHtml(layout) : columnsHtml(layout, names)}
${quotes.length === 0 ? '' : `<h2 class="part">Quotes</h2>\n<table class="quotes">\n<thead><tr><th scope="col">What</th><th scope="col">Speaker</th><th scope="col">Words</th><th scope="col">Approval</th></tr></thead>\n<tbody>\n${quotes.map(quoteRow).join('\n')}\n</tbody>\n</table>`}`,
  });
};
