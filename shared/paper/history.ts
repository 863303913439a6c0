import { blocksHtml } from '../archive/blocks';
import { escape, languageAttributes } from '../archive/html';
import { embargoText } from '../compare/embargo-text';
import { versionName } from '../newsroom/kind-words';
import type { VersionLine } from '../newsroom/model';
import { releaseAsText } from '../newsroom/plain-text';
import type { Embargo, Instant, Release } from '../release/model';
import { datelineHtml } from './dateline';
import { type PaperPage, factsHtml, paperPage } from './page';

/** A release's history on paper: all of its lines, oldest first, and the text of one version. */
export type HistoryPaper = {
  /** The text of the version, as it stood. */
  readonly text: Release;
  /** The version whose text it is. */
  readonly version: VersionLine;
  /** Until when it is held, which is not the version's own alone. */
  readonly embargo: Embargo | null;
  readonly lines: readonly VersionLine[];
  /** The newsroom's zone, in which times are told. */
  readonly zone: string;
};

const STYLE = `
h2 { font-size: 13pt; margin: 6mm 0 2mm; break-after: avoid; }
article { border-top: 0.4mm solid #000; padding-top: 3mm; }
article p, article li, article blockquote { orphans: 3; widows: 3; overflow-wrap: anywhere; }
.standfirst { font-weight: bold; }
.place { font-size: 10pt; }
figure, blockquote { margin: 0 0 3mm; padding-inline-start: 4mm; border-inline-start: 0.8mm solid #000; }
figure blockquote { border: 0; padding: 0; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
th, td { border-top: 0.2mm solid #000; padding: 1mm 3mm 1mm 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
`;

const moment = (instant: Instant, zone: string): string =>
  embargoText({ instant: `${instant.slice(0, 16)}:00.000Z`, zone });
const headlineOf = ({ headline }: Release): string => (headline.trim() === '' ? 'No headline yet' : headline);

const factsOf = ({ text, version, embargo, zone }: HistoryPaper): readonly (readonly [string, string])[] =>
  (
    [
      ['Version', versionName(version)],
      ['Kept', `${moment(version.time, zone)}${version.who === '' ? '' : ` by ${version.who}`}`],
      ['Note', version.note ?? ''],
      ['State', text.state],
      ['Reference', text.reference],
      ['Embargo', embargo === null ? '' : `not for publication before ${embargoText(embargo)}`],
      ['Its hash', version.object],
    ] as const
  ).filter(([, fact]) => fact !== '');

/** A line of the list: when, what, who, and why. */
const cells = (line: VersionLine, zone: string): readonly string[] => [
  moment(line.time, zone),
  versionName(line),
  line.who,
  line.note ?? '',
];

/** A version's text and the list of all versions, as a page to be printed. */
export const historyPage = (paper: HistoryPaper): PaperPage => {
  const { text, lines, zone } = paper;
  const row = (line: VersionLine): string =>
    `<tr>${cells(line, zone)
      .map((cell) => `<td>${escape(cell)}</td>`)
      .join('')}</tr>`;
  const place = datelineHtml(text.dateline);
  return paperPage({
    title: `${headlineOf(text)}: ${versionName(paper.version)}`,
    language: 'en-GB',
    style: STYLE,
    body: `<h1>${escape(headlineOf(text))}</h1>
${factsHtml(factsOf(paper))}
<article${languageAttributes(text.language)}>
${text.standfirst === '' ? '' : `<p class="standfirst">${escape(text.standfirst)}</p>\n`}${place === '' ? '' : `<p class="place">${place}</p>\n`}${blocksHtml(text.body, [])}
${text.notes.length === 0 ? '' : `<h2 lang="en-GB" dir="ltr">Notes to editors</h2>\n${blocksHtml(text.notes, [])}\n`}</article>
<h2>History</h2>
<table>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Why</th></tr></thead>
<tbody>
${lines.map(row).join('\n')}
</tbody>
</table>`,
  });
};

/** The same as plain text: LF, a final newline. */
export const historyText = (paper: HistoryPaper): string => {
  const facts = factsOf(paper).map(([name, fact]) => `${name}: ${fact}`);
  const rows = paper.lines.map((line) => cells(line, paper.zone).filter(Boolean).join(' · '));
  return [`${headlineOf(paper.text)}`, '', ...facts, '', releaseAsText(paper.text), 'History', '', ...rows, ''].join(
    '\n',
  );
};
