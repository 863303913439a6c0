import { DOMParser, type Element, ParseError } from '@xmldom/xmldom';

/* A Word document is a package of parts in XML (ECMA-376, ISO/IEC 29500), of which one is its text; which others belong to it
   its relations say. Names are compared without their prefix: the strict and the usual form differ in nothing else. */

/** The parts of a Word document in XML, by their names in the package: `word/document.xml`. */
export type WordParts = ReadonlyMap<string, string>;

export type WordPackage = {
  readonly document: Element;
  /** The parts that belong to it of a kind: `header`, `styles`. */
  readonly related: (kind: string) => readonly Element[];
  /** Where a link leads, by its relation; empty where it leads nowhere outside. */
  readonly linkTo: (relation: string) => string;
};

/** Opens a document; null where the parts are those of no Word document, or its text cannot be read. */
export const openWord = (parts: WordParts): WordPackage | null => {
  const main = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  const document = parsed(parts.get(main));
  if (document === null || document.localName !== 'document') return null;
  const relations = relationsOf(parts, main);
  return {
    document,
    related: (kind) =>
      relations.flatMap((each) => {
        const part = each.kind === kind && !each.isOutside ? parsed(parts.get(each.target)) : null;
        return part === null ? [] : [part];
      }),
    linkTo: (relation) => relations.find(({ id, isOutside }) => isOutside && id === relation)?.target ?? '',
  };
};

type Relation = { readonly id: string; readonly kind: string; readonly target: string; readonly isOutside: boolean };

/** What a part is related to, by its name; the package itself where that is empty. */
const relationsOf = (parts: WordParts, name: string): readonly Relation[] => {
  const cut = name.lastIndexOf('/') + 1;
  const root = parsed(parts.get(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`));
  return (root === null ? [] : elementsIn(root)).map((each) => {
    const isOutside = attribute(each, 'TargetMode') === 'External';
    const target = attribute(each, 'Target');
    return {
      id: attribute(each, 'Id'),
      kind: attribute(each, 'Type').replace(/^.*\//s, ''),
      target: isOutside ? target : target.startsWith('/') ? target.slice(1) : name.slice(0, cut) + target,
      isOutside,
    };
  });
};

/** A part's root; null where it is not there, or is not well-formed. */
const parsed = (xml: string | undefined): Element | null => {
  if (xml === undefined) return null;
  try {
    return new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml').documentElement;
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
};

export const elementsIn = (element: Element): readonly Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === element.ELEMENT_NODE);

/** The first child of a name; null where there is none. */
export const childOf = (element: Element | null, name: string): Element | null =>
  (element === null ? [] : elementsIn(element)).find(({ localName }) => localName === name) ?? null;

/** An attribute by its name without prefix; empty where it is not there. */
export const attribute = (element: Element | null, name: string): string =>
  [...(element?.attributes ?? [])].find(({ localName }) => localName === name)?.value ?? '';

/** The `val` of a child: how Word says one thing of a property. */
export const valueOf = (properties: Element | null, name: string): string =>
  attribute(childOf(properties, name), 'val');

/** Whether a property is said, and not said to be off; null where it is not said. */
export const isOn = (properties: Element | null, name: string): boolean | null => {
  const property = childOf(properties, name);
  return property === null ? null : !/^(?:0|false|off|none)$/.test(attribute(property, 'val'));
};

/** All elements of a name below one, in document order; none below another of that name. */
export const below = (element: Element, name: string): readonly Element[] => {
  const found: Element[] = [];
  const open = elementsIn(element).toReversed();
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (next.localName === name) found.push(next);
    else open.push(...elementsIn(next).toReversed());
  return found;
};
