import { SaxesParser } from 'saxes';

/** An element of an XML document. Names are without their prefix: what is read here has one meaning for each. */
export type XmlElement = {
  readonly name: string;
  /** By name; of several that differ in their prefix alone the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads a document to its end; null where it is not well-formed. It fetches nothing, and no entity that it declares is followed. */
export const parseXml = (xml: string): XmlElement | null => {
  const top: (XmlElement | string)[] = [];
  const open = [top];
  let isWhole = true;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const children: (XmlElement | string)[] = [];
    const own = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes))
      if (!own.has(withoutPrefix(key))) own.set(withoutPrefix(key), value);
    open.at(-1)?.push({ name: withoutPrefix(name), attributes: own, children });
    open.push(children);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => open.at(-1)?.push(text));
  parser.on('cdata', (text) => open.at(-1)?.push(text));
  parser.on('error', () => (isWhole = false));
  parser.write(xml).close();
  const root = top.find((each) => typeof each !== 'string') ?? null;
  return isWhole ? root : null;
};

export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string');

/** The text that stands in an element itself. */
export const textIn = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');

/** The first child of a name; null where there is none. */
export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  (element === null ? [] : elementsIn(element)).find((each) => each.name === name) ?? null;

/** An attribute's value; empty where it is not there. */
export const attribute = (element: XmlElement | null, name: string): string => element?.attributes.get(name) ?? '';

/** Elements by an attribute's value; of two with one value the first. */
export const byAttribute = (elements: readonly XmlElement[], name: string): ReadonlyMap<string, XmlElement> =>
  new Map(elements.map((each) => [attribute(each, name), each] as const).toReversed());

/** All elements of a name below one, in document order; none below another of that name. */
export const below = (element: XmlElement, name: string): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const open = elementsIn(element).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (next.name === name) found.push(next);
    else for (const child of elementsIn(next).toReversed()) open.push(child);
  return found;
};
