import { type WordPackage, isOn, valueOf } from './word-package';
import { type XmlElement, attribute, byAttribute, childOf, elementsIn } from './xml';

/** What a style says of words, as far as a release keeps it. */
export type WordStyle = {
  /** Its level as a heading, the title's being 0; null where it is none. */
  readonly heading: number | null;
  readonly isQuote: boolean;
  readonly list: ListPlace | null;
  readonly bold: boolean;
  readonly italic: boolean;
};

/** The list that a paragraph belongs to, and how deep it stands in it, from 0 on. */
export type ListPlace = { readonly list: string; readonly depth: number };

export type WordStyles = {
  /** A style by its id, with what it takes from those that it is based on. */
  readonly styleOf: (id: string) => WordStyle;
  /** How the items of a list are marked at a place; null where they are not. */
  readonly marksAt: (place: ListPlace) => 'bulleted' | 'numbered' | null;
};

const PLAIN: WordStyle = { heading: null, isQuote: false, list: null, bold: false, italic: false };

/** Reads the styles and the lists of a document. */
export const wordStyles = ({ related }: WordPackage): WordStyles => {
  const styles = new Map(
    related('styles')
      .flatMap(elementsIn)
      .map((each) => [attribute(each, 'styleId'), each]),
  );
  const known = new Map<string, WordStyle>();
  const styleOf = (id: string): WordStyle => {
    const was = known.get(id);
    if (was !== undefined) return was;
    // Styles that are based on each other end here.
    known.set(id, PLAIN);
    const style = styles.get(id);
    const read = style === undefined ? PLAIN : readStyle(style, styleOf(valueOf(style, 'basedOn')));
    known.set(id, read);
    return read;
  };
  return { styleOf, marksAt: listsOf(related('numbering')) };
};

/** What Word and other programs call the style of a block quote. */
const QUOTES = /^(?:(?:intense )?quote|quotations|block text)$/;

const readStyle = (style: XmlElement, base: WordStyle): WordStyle => {
  // Word's own styles have these names in every language.
  const name = valueOf(style, 'name').toLowerCase();
  const named = /^heading ([1-9])$/.exec(name)?.[1];
  const paragraph = childOf(style, 'pPr');
  const outline = valueOf(paragraph, 'outlineLvl');
  const look = childOf(style, 'rPr');
  const heading = name === 'title' ? 0 : named === undefined ? outlineLevel(outline) : Number(named);
  return {
    heading: heading ?? base.heading,
    isQuote: base.isQuote || QUOTES.test(name),
    list: listPlace(paragraph) ?? base.list,
    bold: isOn(look, 'b') ?? base.bold,
    italic: isOn(look, 'i') ?? base.italic,
  };
};

/** The level of a heading by that of the outline, which begins with 0 and has 9 for what is none. */
export const outlineLevel = (outline: string): number | null => (/^[0-8]$/.test(outline) ? Number(outline) + 1 : null);

/** The list that a paragraph's properties name; null where they name none. */
export const listPlace = (paragraph: XmlElement | null): ListPlace | null => {
  const place = childOf(paragraph, 'numPr');
  return place === null ? null : { list: valueOf(place, 'numId'), depth: Number(valueOf(place, 'ilvl')) || 0 };
};

/** Lists are named by a number, which names an abstract one, which says how each depth is marked. */
const listsOf = (numbering: readonly XmlElement[]): WordStyles['marksAt'] => {
  const named = (name: string): readonly XmlElement[] =>
    numbering.flatMap(elementsIn).filter((each) => each.name === name);
  /** The levels of each by their depth, of two of one depth the first. */
  const abstracts = new Map(
    named('abstractNum').map((each) => [attribute(each, 'abstractNumId'), byAttribute(elementsIn(each), 'ilvl')]),
  );
  const lists = new Map(named('num').map((each) => [attribute(each, 'numId'), valueOf(each, 'abstractNumId')]));
  return ({ list, depth }) => {
    const abstract = abstracts.get(lists.get(list) ?? '');
    if (abstract === undefined) return null;
    const marks = valueOf(abstract.get(String(depth)) ?? null, 'numFmt');
    return marks === 'none' ? null : marks === 'bullet' || marks === '' ? 'bulleted' : 'numbered';
  };
};
