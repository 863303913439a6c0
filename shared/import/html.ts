import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Day } from '../release/model';
import { type ImportOptions, type Piece, assemble } from './assemble';
import { dateLine, dayOfInstant } from './date-line';
import { languageTag, readBlocks } from './html-blocks';
import { allTextOf, attribute, childrenOf, find, isElement, textOf } from './html-tree';
import { leftOut, singleSpaced } from './left-out';
import type { ImportPreview } from './model';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a release from a web page or a piece of one. In: HTML, however broken. Out: a preview of what stands in its
 * `main` or `article`, else its body: an `h1` as headline, a `time` or a date in the page's head as date. Scripts and
 * styles are left out; the words of everything else that is not the release are in `dropped`. Never fails.
 */
export const importHtml = (html: string, options: ImportOptions): ImportPreview => importPage(parse(html), options);

/** As `importHtml`, of a page that is parsed already. */
export const importPage = (document: Node, options: ImportOptions): ImportPreview => {
  const body = find(document, ({ tagName }) => tagName === 'body') ?? document;
  const root = rootOf(body);
  const { before, after } = outside(root, body);
  const heading = headingOf(root, body);
  const { headline, day } = readHeading(heading);
  const inside = readBlocks(root, { headline: heading, withHeader: root !== body });
  return assemble(
    {
      pieces: [...before, ...inside, ...after],
      headline: headline || metaContent(document, ['og:title']),
      date: dateOf(document, root) || (day ?? ''),
      language: languageOf(root),
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
  if (articles.length === 1 && articles[0] !== undefined) return articles[0];
  return main ?? find(body, isNamedContent) ?? body;
};

/** What pages from before `main` call the element that holds their text. */
const CONTENT =
  /^(?:(?:page|main|primary)[-_]?content|content|main|article(?:[-_]?(?:body|content))?|(?:news|press)[-_]?(?:item|article|story|release)|post|entry[-_]content|story)$/i;

const isNamedContent = (element: Element): boolean =>
  element.tagName !== 'body' &&
  [attribute(element, 'id'), ...attribute(element, 'class').split(/\s+/)].some((name) => CONTENT.test(name)) &&
  find(element, ({ tagName }) => tagName === 'h1' || tagName === 'h2') !== null;

/** The heading that is the release's headline: an `h1`, and where a page has none its first `h2`. */
const headingOf = (root: Node, body: Node): Element | null =>
  find(root, ({ tagName }) => tagName === 'h1') ??
  find(body, ({ tagName }) => tagName === 'h1') ??
  (root === body ? null : find(root, ({ tagName }) => tagName === 'h2'));

/** A heading's words. Where its last line is a date and nothing else, as below a `br`, that is the release's date. */
const readHeading = (heading: Element | null): { readonly headline: string; readonly day: Day | null } => {
  if (heading === null) return { headline: '', day: null };
  const lines = linesOf(heading).filter((line) => line !== '');
  const last = dateLine(lines.at(-1) ?? '');
  return lines.length > 1 && last !== null && !last.more
    ? { headline: lines.slice(0, -1).join(' '), day: last.day }
    : { headline: lines.join(' '), day: null };
};

/** The words of an element, a line each up to a `br`. */
const linesOf = (element: Element): readonly string[] => {
  const lines = [''];
  for (const child of childrenOf(element)) {
    if (isElement(child) && child.tagName === 'br') lines.push('');
    else lines.push(`${lines.pop() ?? ''}${textOf(child)}`);
  }
  return lines.map(singleSpaced);
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

const outsidePiece = (node: Node): readonly Piece[] =>
  leftOut(allTextOf(node), 'It stands outside the main part of the web page');

export const metaContent = (document: Node, names: readonly string[]): string => {
  const meta = find(
    document,
    (element) =>
      element.tagName === 'meta' &&
      names.includes((attribute(element, 'property') || attribute(element, 'name')).toLowerCase()),
  );
  return meta === null ? '' : singleSpaced(attribute(meta, 'content'));
};

export const DATE_NAMES = [
  'article:published_time',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'date',
];

const dateOf = (document: Node, root: Node): Day | '' => {
  const time = find(
    root,
    (element) => element.tagName === 'time' && dayOfInstant(attribute(element, 'datetime')) !== null,
  );
  if (time !== null) return dayOfInstant(attribute(time, 'datetime')) ?? '';
  return dayOfInstant(metaContent(document, DATE_NAMES)) ?? '';
};

/** What the element that holds the release says, else the nearest one around it. */
const languageOf = (root: Node): string | null => {
  for (let node: Node | null = root; node !== null; node = 'parentNode' in node ? node.parentNode : null) {
    const language = isElement(node) ? languageTag(attribute(node, 'lang')) : null;
    if (language !== null) return language;
  }
  return null;
};
