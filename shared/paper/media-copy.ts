import { blocksHtml } from '../archive/blocks';
import { dayWords } from '../archive/dates';
import { escape, languageAttributes } from '../archive/html';
import { wallClock } from '../compare/embargo-text';
import type { NewsroomSettings } from '../newsroom/model';
import { blocksAsText } from '../newsroom/plain-text';
import { hasEnded } from '../release/embargo';
import type { Block, Embargo, Instant, Release } from '../release/model';
import { blockText, runsWithin } from '../release/text';
import { contactLines } from './contact-lines';
import { datelineHtml } from './dateline';
import { type PaperPage, paperPage } from './page';

/** A release as journalists get it: with embargo line, ENDS, numbered notes, every contact, and the number for the night. */
export type MediaCopy = {
  /** Of a published release the text frozen then. */
  readonly release: Release;
  readonly settings: Pick<NewsroomSettings, 'organisation' | 'boilerplate' | 'outOfHours' | 'zone'>;
  /** When it is made: an embargo that has ended is told no more. */
  readonly at: Instant;
};

/**
 * The line over a release, made from the instant: “EMBARGOED until 00:01 on Thursday 26 November 2026”, with the zone where it is
 * not the newsroom's. In: the embargo, when the line is made, and the newsroom's zone.
 */
export const embargoLine = (embargo: Embargo | null, at: Instant, zone: string): string => {
  if (embargo === null || hasEnded(embargo, Date.parse(at))) return 'FOR IMMEDIATE RELEASE';
  const clock = wallClock(embargo);
  if (clock === null) return `EMBARGOED until ${embargo.instant} (${embargo.zone})`;
  const where = embargo.zone === zone ? '' : ` (${embargo.zone})`;
  return `EMBARGOED until ${clock.time} on ${clock.weekday} ${clock.date} ${clock.month} ${clock.year}${where}`;
};

/** What a text that nobody has published says of itself. */
const DRAFT = 'DRAFT, NOT FOR PUBLICATION';

const headOf = ({ release, settings, at }: MediaCopy): readonly string[] => [
  ...(release.publication === null ? [DRAFT] : []),
  embargoLine(release.embargo, at, settings.zone),
];

type Note = { readonly blocks: Block[]; readonly isItem: boolean };

/** The number that a writer gave a note, where it is the one that it has: it is not told twice. */
const ownNumber = (text: string, number: number): number => {
  const [whole = '', own] = /^\s*(\d{1,3})[.)]\s+/.exec(text) ?? [];
  return Number(own) === number ? whole.length : 0;
};

/**
 * A paragraph of the notes has a number, and so has an item of a numbered list that no paragraph stands above; all else goes
 * with the one above it.
 */
const numbered = (notes: readonly Block[]): readonly Note[] => {
  const found: Note[] = [];
  for (const block of notes) {
    const last = found.at(-1);
    const isItem =
      block.type === 'list-item' && block.list === 'numbered' && block.depth === 0 && last?.isItem !== false;
    if (block.type === 'paragraph' || isItem) {
      const text = blockText(block);
      const runs = runsWithin(block.runs, isItem ? 0 : ownNumber(text, found.length + 1), text.length);
      found.push({ blocks: [{ type: 'paragraph', runs }], isItem });
    } else if (last === undefined) found.push({ blocks: [block], isItem: false });
    else last.blocks.push(block);
  }
  return found;
};

const placeOf = ({ dateline }: Release): string =>
  [dateline.place, dayWords(dateline.date)].filter((part) => part !== '').join(', ');
const outOfHours = ({ settings }: MediaCopy): string =>
  settings.outOfHours === undefined ? '' : `Out of hours: ${settings.outOfHours}`;

/** Plain text: blank lines between blocks, LF, a final newline. */
export const mediaCopyText = (copy: MediaCopy): string => {
  const { release, settings } = copy;
  const notes = numbered(release.notes).map(
    ({ blocks }, index) => `${index + 1}. ${blocksAsText(blocks).join('\n\n')}`,
  );
  const contacts = [...contactLines(release.contacts), outOfHours(copy)].filter((line) => line !== '');
  const parts = [
    ...headOf(copy),
    release.headline,
    release.standfirst,
    placeOf(release),
    ...blocksAsText(release.body),
    'ENDS',
    ...(notes.length === 0 ? [] : ['Notes to editors', ...notes]),
    ...(contacts.length === 0 ? [] : ['Media contacts', contacts.join('\n')]),
    ...(settings.boilerplate === '' ? [] : [`About ${settings.organisation}`, settings.boilerplate]),
    release.reference === '' ? '' : `Reference ${release.reference}`,
  ];
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
};

/** The same as HTML without a style of its own, for an e-mail: whoever pastes it has their own. */
export const mediaCopyHtml = (copy: MediaCopy): string => {
  const { release, settings } = copy;
  const paragraph = (text: string): string => (text.trim() === '' ? '' : `<p>${escape(text)}</p>\n`);
  const english = (heading: string): string => `<h2 lang="en-GB" dir="ltr">${escape(heading)}</h2>\n`;
  const place = datelineHtml(release.dateline);
  const notes = numbered(release.notes).map(({ blocks }) => `<li>${blocksHtml(blocks, [])}</li>`);
  const contacts = [...contactLines(release.contacts), outOfHours(copy)].filter((line) => line !== '');
  return `<article${languageAttributes(release.language)}>
${headOf(copy)
  .map((line) => `<p lang="en-GB" dir="ltr"><strong>${escape(line)}</strong></p>\n`)
  .join('')}<h1>${escape(release.headline)}</h1>
${release.standfirst.trim() === '' ? '' : `<p><strong>${escape(release.standfirst)}</strong></p>\n`}${place === '' ? '' : `<p>${place}</p>\n`}${blocksHtml(release.body, [])}
<p><strong>ENDS</strong></p>
${notes.length === 0 ? '' : `${english('Notes to editors')}<ol>\n${notes.join('\n')}\n</ol>\n`}${contacts.length === 0 ? '' : `${english('Media contacts')}${contacts.map(paragraph).join('')}`}${settings.boilerplate === '' ? '' : `${english(`About ${settings.organisation}`)}${paragraph(settings.boilerplate)}`}${release.reference === '' ? '' : paragraph(`Reference ${release.reference}`)}</article>
`;
};

const STYLE = `
h2 { font-size: 12pt; margin: 5mm 0 1mm; break-after: avoid; }
article p, article li, article blockquote { orphans: 3; widows: 3; overflow-wrap: anywhere; }
figure, blockquote { margin: 0 0 3mm; padding-inline-start: 4mm; border-inline-start: 0.8mm solid #000; }
figure blockquote { border: 0; padding: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 0.2mm solid #000; padding: 1mm 3mm 1mm 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
`;

/** The same as a page to be printed. */
export const mediaCopyPage = (copy: MediaCopy): PaperPage =>
  paperPage({
    title: `${copy.release.headline} – ${copy.settings.organisation}`,
    language: 'en-GB',
    style: STYLE,
    body: mediaCopyHtml(copy),
  });
