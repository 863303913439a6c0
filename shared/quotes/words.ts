import type { Block, Range } from '../release/model';
import { blockText } from '../release/text';
import type { QuoteBlock } from './model';

/** What the engine reads of a body: each block's text; headings keep their index and hold no quotes. */
export const quoteBlocks = (body: readonly Block[]): readonly QuoteBlock[] =>
  body.map((block) => ({
    text: blockText(block),
    kind: block.type === 'heading' || block.type === 'block-quote' ? block.type : 'text',
  }));

/** The words of ranges over texts: paragraphs joined by `\n`, parts within one block by one space. */
export const wordsOfTexts = (blocks: readonly QuoteBlock[], ranges: readonly Range[]): string =>
  ranges
    .map((range, index) => {
      const words = (blocks[range.block]?.text ?? '').slice(range.start, range.end);
      if (index === 0) return words;
      return (ranges[index - 1]?.block === range.block ? ' ' : '\n') + words;
    })
    .join('');

/**
 * The words of a quote with their marks. In: a release's body and the quote's ranges in reading order. Out: paragraphs
 * joined by `\n`, the parts of a split quote within a block by one space. A range outside the body gives no words.
 */
export const wordsOf = (body: readonly Block[], ranges: readonly Range[]): string =>
  wordsOfTexts(quoteBlocks(body), ranges);
