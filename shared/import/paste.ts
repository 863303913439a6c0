import { parse } from 'parse5';
import { curlTexts } from '../quotes/curl';
import type { Block, LanguageTag } from '../release/model';
import { blockText, joinRuns } from '../release/text';
import { readBlocks } from './html-blocks';
import { find } from './html-tree';
import type { Furniture } from './model';
import { makePlain } from './paste-tree';

/**
 * What a clipboard's HTML says, as blocks of a release: paragraphs, headings, lists, block quotes, tables; bold, italic,
 * links, the language of parts. Everything else is dropped: colours, fonts, scripts, pictures. Each paragraph with words
 * in it is one block. In: HTML, however broken or hostile, and the language of the text it goes to. Never fails; no HTML
 * comes out, so nothing of it can ever run.
 */
export const blocksOfHtml = (html: string, language: LanguageTag): readonly Block[] => readPaste(html, language).blocks;

/** Words on a clipboard that are no text, of a formula or a picture for instance, and what they are. */
export type NotPasted = Pick<Furniture, 'text' | 'why'>;

/** As `blocksOfHtml`, with what is left out of them though it has words. */
export const readPaste = (
  html: string,
  language: LanguageTag,
): { readonly blocks: readonly Block[]; readonly leftOut: readonly NotPasted[] } => {
  const document = parse(html);
  makePlain(document, language);
  const body = find(document, ({ tagName }) => tagName === 'body') ?? document;
  const pieces = readBlocks(body, { headline: null, withHeader: true });
  return {
    blocks: curled(pieces.flatMap(({ block, why }) => (why === undefined ? [block] : []))),
    leftOut: pieces.flatMap(({ block, why }) => (why === undefined ? [] : [{ text: blockText(block), why }])),
  };
};

/** What a clipboard's plain text says: each line with words in it is a paragraph. */
export const blocksOfText = (text: string): readonly Block[] =>
  curled(
    text
      .split(/\r\n|[\n\r\u2028\u2029]/u)
      .map((line) => line.replace(/[\t\f\v]+/gu, ' ').trim())
      .filter((line) => line !== '')
      .map((line) => ({ type: 'paragraph', runs: [{ text: line }] })),
  );

/** The same blocks with curly marks for straight ones. The texts keep their length. */
const curled = (blocks: readonly Block[]): readonly Block[] => {
  const texts = curlTexts(blocks.map(blockText));
  return blocks.map((block, index) => {
    let at = 0;
    const runs = block.runs.map((run) => {
      const text = (texts[index] ?? '').slice(at, at + run.text.length);
      at += run.text.length;
      return { ...run, text };
    });
    return { ...block, runs: joinRuns(runs) };
  });
};
