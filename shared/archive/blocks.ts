import type { Quote } from '../quotes/model';
import type {
  Block,
  BlockQuote,
  Heading,
  ImageBlock,
  ListItem,
  MediaName,
  Paragraph,
  Run,
  Speaker,
} from '../release/model';
import { blockText, runsWithin } from '../release/text';
import { tableAt } from '../release/tables';
import { unreachable } from '../assert';
import { escape, runsHtml } from './html';
import type { Voice } from './subjects';
import { tableHtml } from './tables';

/** The quote that all of a paragraph belongs to: its words, from first mark to last, and nothing else. */
const wholeQuote = (block: Block, index: number, quotes: readonly Quote[]): Quote | null => {
  if (block.type !== 'paragraph') return null;
  const text = blockText(block);
  const end = text.trimEnd().length;
  const start = text.length - text.trimStart().length;
  const found = quotes.find(({ ranges }) =>
    ranges.some((range) => range.block === index && range.start <= start && range.end >= end && end > start),
  );
  return found?.stored?.speaker ? found : null;
};

/** Where in a paragraph a running quotation begins that it leads into with a colon, and that goes on in the next one. */
const ledInto = (blocks: readonly Block[], at: number, quotes: readonly Quote[]) => {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const quote = next === undefined ? null : wholeQuote(next, at + 1, quotes);
  const first = quote?.ranges[0];
  if (block?.type !== 'paragraph' || quote === null || first?.block !== at) return null;
  const text = blockText(block);
  const lead = text.slice(0, first.start).trimEnd();
  return lead.endsWith(':') && first.end >= text.trimEnd().length
    ? { quote, start: first.start, lead: runsWithin(block.runs, 0, lead.length) }
    : null;
};

/** Items as lists: one for each stretch of a kind; what lies deeper than an item is within it. `words`: what stands in one. */
export const listsHtml = <Item extends ListItem>(
  items: readonly Item[],
  words: (item: Item) => string = ({ runs }) => runsHtml(runs),
): string => {
  let html = '';
  let open: ListItem['list'] | null = null;
  const close = (): string => (open === null ? '' : `</${TAGS[open]}>`);
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (!item) break;
    const below = items.slice(at + 1).findIndex((each) => each.depth <= item.depth);
    const end = below < 0 ? items.length : at + 1 + below;
    if (item.list !== open) html += `${close()}<${TAGS[item.list]}>`;
    open = item.list;
    html += `<li>${words(item)}${listsHtml(items.slice(at + 1, end), words)}</li>`;
    at = end;
  }
  return html + close();
};

const TAGS = { bulleted: 'ul', numbered: 'ol' } as const;

/** The end of the stretch from `at` that goes on as `isSame` says. */
const stretch = (blocks: readonly Block[], at: number, isSame: (block: Block, index: number) => boolean): number => {
  let end = at + 1;
  for (let block = blocks[end]; block && isSame(block, end); block = blocks[end]) end += 1;
  return end;
};

/** Where what a text shows besides its words is found from where it is shown. */
export type Ways = {
  /** The way to a speaker's page; null where there is none. */
  readonly person: (voice: Voice) => string | null;
  /** The way to a picture's file; null where there is none: what it shows is then said in words. */
  readonly media: (file: MediaName) => string | null;
};
const NO_WAYS: Ways = { person: () => null, media: () => null };

const quoteHtml = (paragraphs: readonly (readonly Run[])[], speaker: Speaker, ways: Ways): string => {
  const { name, role } = speaker;
  const href = ways.person(speaker);
  const who = href === null ? escape(name) : `<a href="${href}">${escape(name)}</a>`;
  const caption = `<b>${who}</b>${role === '' ? '' : `, ${escape(role)}`}`;
  const words = paragraphs.map((runs) => `<p>${runsHtml(runs)}</p>`).join('\n');
  return `<figure class="quote"><blockquote>${words}</blockquote><figcaption>${caption}</figcaption></figure>`;
};

/**
 * Blocks as HTML. Paragraphs that are wholly one settled quote become one `blockquote` in a `figure`, however many they
 * are, with who said it in the `figcaption`, outside the quotation. The words that lead into a running one within its
 * first paragraph stand before it.
 */
export const blocksHtml = (blocks: readonly Block[], quotes: readonly Quote[], ways: Ways = NO_WAYS): string => {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (!block) break;
    let end = at + 1;
    const led = ledInto(blocks, at, quotes);
    const quote = led?.quote ?? wholeQuote(block, at, quotes);
    if (quote?.stored?.speaker) {
      end = stretch(blocks, at, (next, index) => wholeQuote(next, index, quotes) === quote);
      const [first, ...others] = blocks.slice(at, end).map(({ runs }) => runs);
      const own = runsWithin(first ?? [], led?.start ?? 0, Infinity);
      if (led !== null) parts.push(`<p>${runsHtml(led.lead)}</p>`);
      parts.push(quoteHtml([own, ...others], quote.stored.speaker, ways));
    } else if (block.type === 'list-item') {
      end = stretch(blocks, at, (next) => next.type === 'list-item');
      parts.push(listsHtml(blocks.slice(at, end) as readonly ListItem[]));
    } else if (block.type === 'table-caption' || block.type === 'table-row') {
      const table = tableAt(blocks, at);
      parts.push(table === null ? '' : tableHtml(table));
      end = table?.end ?? end;
    } else if (block.type === 'image') parts.push(imageHtml(block, ways));
    else parts.push(blockHtml(block));
    at = end;
  }
  return parts.filter(Boolean).join('\n');
};

/** A picture with its caption and whose it is. Its size is said, so that nothing jumps as it comes. */
const imageHtml = ({ file, width, height, alternative, decorative, credit, runs }: ImageBlock, ways: Ways): string => {
  const href = ways.media(file);
  const words = decorative ? '' : escape(alternative);
  const picture =
    href === null
      ? words && `<p>${words}</p>`
      : `<img src="${escape(href)}" alt="${words}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
  const caption = [runsHtml(runs), credit === '' ? '' : `<small class="credit">${escape(credit)}</small>`];
  const told = caption.filter(Boolean).join(' ');
  if (picture === '' && told === '') return '';
  return `<figure class="image">${picture}${told === '' ? '' : `<figcaption>${told}</figcaption>`}</figure>`;
};

const blockHtml = (block: Paragraph | Heading | BlockQuote): string => {
  const inner = runsHtml(block.runs);
  if (inner === '') return '';
  switch (block.type) {
    case 'paragraph':
      return `<p>${inner}</p>`;
    case 'heading':
      return `<h${block.level}>${inner}</h${block.level}>`;
    case 'block-quote':
      return `<blockquote class="block"><p>${inner}</p></blockquote>`;
    default:
      return unreachable(block);
  }
};
