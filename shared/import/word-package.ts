import { type XmlElement, attribute, childOf, elementsIn, parseXml } from './xml';

/* A Word document is a package of parts in XML (ECMA-376, ISO/IEC 29500), of which one is its text; which others belong to it
   its relations say. Names are compared without their prefix: the strict and the usual form differ in nothing else. */

/** The parts of a Word document in XML, by their names in the package: `word/document.xml`. */
export type WordParts = ReadonlyMap<string, string>;

export type WordPackage = {
  readonly document: XmlElement;
  /** The parts that belong to it of a kind: `header`, `styles`. */
  readonly related: (kind: string) => readonly XmlElement[];
  /** Where a link leads, by its relation; empty where it leads nowhere outside. */
  readonly linkTo: (relation: string) => string;
};

/** Opens a document; null where the parts are those of no Word document, or its text cannot be read. */
export const openWord = (parts: WordParts): WordPackage | null => {
  const main = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  const document = partOf(parts, main);
  if (document?.name !== 'document') return null;
  const relations = relationsOf(parts, main);
  // Of two with one id the first counts.
  const links = new Map(
    relations
      .filter(({ isOutside }) => isOutside)
      .map(({ id, target }) => [id, target] as const)
      .toReversed(),
  );
  const read = new Map<string, XmlElement | null>();
  const relatedPart = ({ target }: Relation): XmlElement | null => {
    const part = read.get(target) ?? partOf(parts, target);
    read.set(target, part);
    return part;
  };
  return {
    document,
    related: (kind) =>
      relations
        .filter((each) => each.kind === kind && !each.isOutside)
        .map(relatedPart)
        .filter((part) => part !== null),
    linkTo: (relation) => links.get(relation) ?? '',
  };
};

type Relation = { readonly id: string; readonly kind: string; readonly target: string; readonly isOutside: boolean };

/** What a part is related to, by its name; the package itself where that is empty. */
const relationsOf = (parts: WordParts, name: string): readonly Relation[] => {
  const cut = name.lastIndexOf('/') + 1;
  const root = partOf(parts, `${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`);
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

/** A part; null where it is not there, or is not well-formed. */
const partOf = (parts: WordParts, name: string): XmlElement | null => {
  const xml = parts.get(name);
  return xml === undefined ? null : parseXml(xml);
};

/** The `val` of a child: how Word says one thing of a property. */
export const valueOf = (properties: XmlElement | null, name: string): string =>
  attribute(childOf(properties, name), 'val');

/** Whether a property is said, and not said to be off; null where it is not said. */
export const isOn = (properties: XmlElement | null, name: string): boolean | null => {
  const property = childOf(properties, name);
  return property === null ? null : !/^(?:0|false|off|none)$/.test(attribute(property, 'val'));
};
