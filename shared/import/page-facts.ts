import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Day } from '../release/model';
import { dayOfInstant } from './date-line';
import { DATE_NAMES, metaContent } from './html';
import { attribute, find, isText, childrenOf, textOf } from './html-tree';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Something that a page says of itself, and where it says it, in words for people. */
export type Fact<Value> = { readonly value: Value; readonly from: string };

/** What a web page says of its own address and of when it was published; the surest first, each at most once a place. */
export type PageFacts = {
  readonly addresses: readonly Fact<string>[];
  readonly dates: readonly Fact<Day>[];
  /** How much of its words are the words of links, from 0 to 1: a list of other pages has many. */
  readonly linked: number;
};

/** Reads them from a parsed page. Nothing is guessed: what it does not say is not there. */
export const pageFacts = (document: Node): PageFacts => {
  const data = structuredData(document);
  const said = (key: string): string => data.map((each) => each[key]).find((value) => typeof value === 'string') ?? '';
  return {
    addresses: known<string>([
      [linkOf(document, 'canonical'), 'the page’s canonical link'],
      [metaContent(document, ['og:url']), 'the page’s og:url'],
      [said('url') || idOf(data), 'the page’s structured data'],
      [attribute(find(document, ({ tagName }) => tagName === 'base') ?? NOTHING, 'href'), 'the page’s base address'],
    ]).filter(({ value }) => /^https?:\/\//i.test(value)),
    dates: known<Day>([
      [dayOfInstant(said('datePublished')), 'the page’s structured data'],
      [dayOfInstant(metaContent(document, DATE_NAMES)), 'the page’s head'],
      [timeOf(document), 'the page’s time element'],
    ]),
    linked: linkedShare(document),
  };
};

const NOTHING = { attrs: [] } as unknown as Element;

const known = <Value extends string>(given: readonly (readonly [Value | '' | null, string])[]): Fact<Value>[] =>
  given.flatMap(([value, from]) => (value === null || value === '' ? [] : [{ value, from }]));

const linkOf = (document: Node, rel: string): string => {
  const link = find(
    document,
    (element) => element.tagName === 'link' && attribute(element, 'rel').toLowerCase().split(/\s+/).includes(rel),
  );
  return link === null ? '' : attribute(link, 'href').trim();
};

/** A `time` that is said to be that of publication, else the only one there is. */
const timeOf = (document: Node): Day | null => {
  const times: Element[] = [];
  const marked = find(document, (element) => {
    if (element.tagName !== 'time' || dayOfInstant(attribute(element, 'datetime')) === null) return false;
    times.push(element);
    const words = ['itemprop', 'class', 'pubdate'].map((name) => attribute(element, name)).join(' ');
    return /publish|pubdate|entry-date/i.test(words) || element.attrs.some(({ name }) => name === 'pubdate');
  });
  const own = marked ?? (times.length === 1 ? times[0] : undefined);
  return own === undefined ? null : dayOfInstant(attribute(own, 'datetime'));
};

/** Of these kinds is an entry of structured data that speaks of the page. */
const KINDS = /^(?:News)?Article$|^(?:Report|BlogPosting|WebPage|PressRelease|AnalysisNewsArticle)$/;

/** The entries of JSON-LD that speak of the page, articles before the page itself. What is no JSON is passed over. */
const structuredData = (document: Node): readonly Readonly<Record<string, unknown>>[] => {
  const entries: Record<string, unknown>[] = [];
  find(document, (element) => {
    if (element.tagName !== 'script' || !/^application\/ld\+json/i.test(attribute(element, 'type'))) return false;
    const text = childrenOf(element)
      .map((child) => (isText(child) ? child.value : ''))
      .join('');
    try {
      collect(JSON.parse(text), entries);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    return false;
  });
  const isPage = (entry: Record<string, unknown>): boolean => kindsOf(entry).includes('WebPage');
  return [...entries.filter((each) => !isPage(each)), ...entries.filter(isPage)];
};

const kindsOf = (entry: Record<string, unknown>): readonly string[] =>
  [entry['@type']].flat().filter((kind): kind is string => typeof kind === 'string');

const collect = (value: unknown, into: Record<string, unknown>[]): void => {
  if (Array.isArray(value)) for (const each of value) collect(each, into);
  else if (typeof value === 'object' && value !== null) {
    const entry = value as Record<string, unknown>;
    if (kindsOf(entry).some((kind) => KINDS.test(kind))) into.push(entry);
    if (Array.isArray(entry['@graph'])) collect(entry['@graph'], into);
  }
};

/** The address by which structured data names the page: its `mainEntityOfPage`, or that one's id. */
const idOf = (data: readonly Readonly<Record<string, unknown>>[]): string => {
  for (const { mainEntityOfPage: of } of data) {
    if (typeof of === 'string') return of;
    if (typeof of === 'object' && of !== null && '@id' in of && typeof of['@id'] === 'string') return of['@id'];
  }
  return '';
};

const lettersIn = (words: string): number => words.replace(/\s+/gu, '').length;

const linkedShare = (document: Node): number => {
  const body =
    find(document, ({ tagName }) => tagName === 'main') ?? find(document, ({ tagName }) => tagName === 'body');
  if (body === null) return 0;
  let linked = 0;
  find(body, (element) => {
    if (element.tagName === 'a') linked += lettersIn(textOf(element));
    return false;
  });
  const all = lettersIn(textOf(body));
  return all === 0 ? 0 : Math.min(1, linked / all);
};
