import type {
  Block,
  BlockQuote,
  Contact,
  Heading,
  ImageBlock,
  ListItem,
  MediaName,
  Paragraph,
  PersonId,
  QuoteId,
  Release,
  ReleaseId,
  Run,
  Speaker,
  StoredQuote,
  TableCaption,
  TableRow,
} from '../release/model';
import { NEWSROOM_FORMAT, type NewsroomSettings } from '../newsroom/model';
import { emptyRelease } from '../release/empty';

/** What the block builders take: plain words, or a run made by `bold`, `italic`, `link`, `inLanguage`. */
export type Piece = string | Run;

const runsOf = (pieces: readonly Piece[]): readonly Run[] =>
  pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)).filter((run) => run.text !== '');

/** A bold run; a run given instead of a string keeps its other looks. */
export const bold = (piece: Piece): Run => ({ ...(typeof piece === 'string' ? { text: piece } : piece), bold: true });

/** An italic run. */
export const italic = (piece: Piece): Run => ({
  ...(typeof piece === 'string' ? { text: piece } : piece),
  italic: true,
});

/** A linked run. */
export const link = (piece: Piece, url: string): Run => ({
  ...(typeof piece === 'string' ? { text: piece } : piece),
  link: url,
});

/** A run in another language than the release's. */
export const inLanguage = (piece: Piece, language: string): Run => ({
  ...(typeof piece === 'string' ? { text: piece } : piece),
  language,
});

/** A paragraph of the given pieces, in order. */
export const p = (...pieces: readonly Piece[]): Paragraph => ({ type: 'paragraph', runs: runsOf(pieces) });

const heading =
  (level: 2 | 3 | 4) =>
  (...pieces: readonly Piece[]): Heading => ({ type: 'heading', level, runs: runsOf(pieces) });

/** Headings of level 2, 3 and 4. */
export const h2 = heading(2);
export const h3 = heading(3);
export const h4 = heading(4);

/** An item of a bulleted list, at depth 0. */
export const li = (...pieces: readonly Piece[]): ListItem => ({
  type: 'list-item',
  list: 'bulleted',
  depth: 0,
  runs: runsOf(pieces),
});

/** An item of a numbered list, at depth 0. */
export const ni = (...pieces: readonly Piece[]): ListItem => ({
  type: 'list-item',
  list: 'numbered',
  depth: 0,
  runs: runsOf(pieces),
});

/** The same list item at another depth. */
export const atDepth = (depth: number, item: ListItem): ListItem => ({ ...item, depth });

/** A block quote. */
export const bq = (...pieces: readonly Piece[]): BlockQuote => ({ type: 'block-quote', runs: runsOf(pieces) });

/** An image with a caption; its file is named by one hexadecimal digit, over and over. */
export const image = (
  { of = 'a', ...given }: Partial<Omit<ImageBlock, 'type' | 'runs'>> & { readonly of?: string } = {},
  ...pieces: readonly Piece[]
): ImageBlock => ({
  type: 'image',
  file: `${of.repeat(64)}.png` as MediaName,
  width: 40,
  height: 30,
  alternative: 'A bridge over a river',
  credit: '',
  ...given,
  runs: runsOf(pieces),
});

/** The caption of the table whose rows follow. */
export const tableCaption = (...pieces: readonly Piece[]): TableCaption => ({
  type: 'table-caption',
  runs: runsOf(pieces),
});

/** A row of a table: a cell a string. */
export const row = (...cells: readonly string[]): TableRow => ({ type: 'table-row', runs: runsOf([cells.join('\t')]) });
/** A row whose cells head the columns. */
export const headRow = (...cells: readonly string[]): TableRow => ({ ...row(...cells), header: true });

/** Gives a plain string the brand of an id, for tests. */
export const releaseId = (id: string): ReleaseId => id as ReleaseId;
export const quoteId = (id: string): QuoteId => id as QuoteId;
export const personId = (id: string): PersonId => id as PersonId;

/** A whole, valid release: every field that is not given is empty, the id is `r-test0001`, the state working. */
export const release = (given: Partial<Release> = {}): Release => ({
  ...emptyRelease(releaseId('r-test0001')),
  ...given,
});

/** A release with this body and nothing else. */
export const withBody = (...body: readonly Block[]): Release => release({ body });

/** Settings of a made-up newsroom: its organisation, language and zone, and approvals by persons; all else is empty. */
export const newsroomSettings = (given: Partial<NewsroomSettings> = {}): NewsroomSettings => ({
  format: NEWSROOM_FORMAT,
  organisation: 'Hexley Council',
  language: 'en-GB',
  zone: 'Europe/London',
  siteAddress: '',
  boilerplate: '',
  contacts: [],
  newsEmail: '',
  approvals: 'persons',
  ...given,
});

/** A contact with every field filled, not media only unless said. */
export const contact = (given: Partial<Contact> = {}): Contact => ({
  name: 'Press Office',
  role: '',
  phone: '01632 960001',
  email: 'press@commissioner.example',
  mediaOnly: false,
  ...given,
});

/** A speaker accepted by a person. */
export const speaker = (name: string, given: Partial<Speaker> = {}): Speaker => ({
  person: null,
  name,
  role: '',
  setBy: 'Test Writer',
  at: '2026-11-03T09:00:00.000Z',
  ...given,
});

/** A stored quote without speaker or approvals; the range is given as `[block, start, end]`, several for a running quotation. */
export const storedQuote = (
  id: string,
  ranges: readonly (readonly [block: number, start: number, end: number])[],
  given: Partial<StoredQuote> = {},
): StoredQuote => ({
  id: quoteId(id),
  ranges: ranges.map(([block, start, end]) => ({ block, start, end })),
  speaker: null,
  approvals: [],
  ...given,
});
