import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Day } from '../release/model';
import { type ImportOptions, type Piece, assemble } from './assemble';
import { dayOfInstant } from './date-line';
import { readBlocks } from './html-blocks';
import { attribute, childrenOf, find, isElement, isSilent, textOf } from './html-tree';
import type { ImportPreview } from './model';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a release from a web page or a piece of one. In: HTML, however broken. Out: a preview of what stands in its
 * `main` or `article`, else its body: an `h1` as headline, a `time` or a date in the page's head as date. Scripts and
 * styles are left out; the words of everything else that is not the release are in `dropped`. Never fails.
 */
export const importHtml = (html: string, options: ImportOptions): ImportPreview => {
  const document = parse(html);
  const body = find(document, ({ tagName }) => tagName === 'body') ?? document;
  const root = rootOf(body);
  const { before, after } = outside(root, body);
  const h1 = find(root, ({ tagName }) => tagName === 'h1') ?? find(body, ({ tagName }) => tagName === 'h1');
  const headline = tidy(h1 === null ? '' : textOf(h1)) || metaContent(document, ['og:title']);
  const inside = readBlocks(root, { headline: h1, withHeader: root !== body });
  return assemble(
    {
      pieces: [...before, ...inside, ...after],
      headline,
      date: dateOf(document, root),
      language: languageOf(document),
    },
    options,
  );
};

/** The one element that holds the release: `main`, else a lone `article`, else the body. */
const rootOf = (body: Node): Node => {
  const main = find(body, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
  const within = main ?? body;
  const articles: Element[] = [];
  find(within, (element) => {
    if (element.tagName === 'article') articles.push(element);
    return false;
  });
  return articles.length === 1 && articles[0] !== undefined ? articles[0] : within;
};

/** The words outside the root, before it and after it: one piece for each element beside the way down to it. */
const outside = (root: Node, body: Node): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } => {
  const before: Piece[][] = [];
  const after: Piece[][] = [];
  for (let node = root; node !== body && 'parentNode' in node && node.parentNode !== null; node = node.parentNode) {
    const siblings = childrenOf(node.parentNode);
    const at = siblings.indexOf(node);
    before.unshift(siblings.slice(0, at).flatMap(outsidePiece));
    after.push(siblings.slice(at + 1).flatMap(outsidePiece));
  }
  return { before: before.flat(), after: after.flat() };
};

const outsidePiece = (node: Node): readonly Piece[] => {
  const words = isSilent(node) ? '' : tidy(textOf(node));
  if (words === '') return [];
  return [
    { block: { type: 'paragraph', runs: [{ text: words }] }, why: 'It stands outside the main part of the web page' },
  ];
};

const tidy = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const metaContent = (document: Node, names: readonly string[]): string => {
  const meta = find(
    document,
    (element) =>
      element.tagName === 'meta' &&
      names.includes((attribute(element, 'property') || attribute(element, 'name')).toLowerCase()),
  );
  return meta === null ? '' : tidy(attribute(meta, 'content'));
};

const DATE_NAMES = ['article:published_time', 'dcterms.issued', 'dc.date.issued', 'dc.date', 'dcterms.date', 'date'];

const dateOf = (document: Node, root: Node): Day | '' => {
  const time = find(
    root,
    (element) => element.tagName === 'time' && dayOfInstant(attribute(element, 'datetime')) !== null,
  );
  if (time !== null) return dayOfInstant(attribute(time, 'datetime')) ?? '';
  return dayOfInstant(metaContent(document, DATE_NAMES)) ?? '';
};

const languageOf = (document: Node): string | null => {
  const html = childrenOf(document).find((node) => isElement(node) && node.tagName === 'html');
  const language = html !== undefined && isElement(html) ? attribute(html, 'lang').trim() : '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : null;
};
