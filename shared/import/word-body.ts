import { type Block, DEEPEST_ITEM, type Run } from '../release/model';
import { CELL_END } from '../release/tables';
import type { Piece } from './assemble';
import { leftOut } from './left-out';
import { trimmed, withinCells } from './tidy-runs';
import { linkOf, makeWordFields } from './word-fields';
import { type WordPackage, isOn, valueOf } from './word-package';
import { type WordStyles, listPlace, outlineLevel } from './word-styles';
import { type XmlElement, attribute, below, byAttribute, childOf, elementsIn, textIn } from './xml';

type Look = Omit<Run, 'text'>;

/** A piece of the document; of a heading its level, the title's being 0. */
export type WordPiece = Piece & { readonly heading?: number };

/** Below this, only the words of an element are taken: no document is nested so, and the program's stack is finite. */
const DEEPEST = 200;
/** A table of Word has no more. */
const MOST_COLUMNS = 63;

/** Elements that say how others look, and those whose words are not the text's. */
const isSilent = ({ name }: XmlElement): boolean => /(?:Pr|Grid)$/.test(name) || name === 'commentReference';

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', ptab: ' ', cr: '\n', noBreakHyphen: '\u2011' };

/**
 * Reads the blocks of a document's text in order. Colours, fonts and sizes are dropped; every word is kept, as a block or
 * named as left out. Of changes that were tracked it has what was put in, as if they were accepted.
 */
export const readWordBody = (word: WordPackage, { styleOf, marksAt }: WordStyles): readonly WordPiece[] => {
  const pieces: WordPiece[] = [];
  const noteAt = notesOf(word);
  /** By their kind and id, in the order in which the text first refers to them. */
  const notes = new Map<string, { readonly number: number; readonly note: XmlElement | null }>();
  const fields = makeWordFields();
  let runs: Run[] = [];
  /** What stands in boxes that are anchored in the paragraph: it follows. */
  let boxes: XmlElement[] = [];
  let { linkTo } = word;

  const setAside = (words: string, why: string): void => void pieces.push(...leftOut(words, why));

  /** The number of the note that a reference leads to: one that is referred to again keeps its own. */
  const numberOf = (reference: XmlElement): number => {
    const key = `${reference.name} ${attribute(reference, 'id')}`;
    const known = notes.get(key) ?? { number: notes.size + 1, note: noteAt(reference) };
    notes.set(key, known);
    return known.number;
  };

  const inline = (element: XmlElement, look: Look, depth: number): void => {
    if (depth > DEEPEST) {
      runs.push({ text: ` ${wordsIn(element)}`, ...look });
      return;
    }
    const within = (inner: XmlElement, as = look): void => {
      for (const each of elementsIn(inner)) inline(each, as, depth + 1);
    };
    const sign = SIGNS[element.name];
    if (sign !== undefined) runs.push({ text: sign, ...look });
    else if (isSilent(element)) return;
    else
      switch (element.name) {
        case 't':
          runs.push({ text: shown(element), ...look });
          return;
        case 'r': {
          const properties = childOf(element, 'rPr');
          if (isOn(properties, 'vanish') === true) setAside(wordsIn(element), 'Hidden in the Word document');
          else within(element, { ...look, ...lookOf(properties), ...fields.link() });
          return;
        }
        case 'br':
          if (!/^(?:page|column)$/.test(attribute(element, 'type'))) runs.push({ text: '\n', ...look });
          return;
        case 'sym':
          runs.push({ text: signOf(attribute(element, 'char')), ...look });
          return;
        case 'fldChar':
          fields.mark(attribute(element, 'fldCharType'));
          return;
        case 'instrText':
          fields.say(textIn(element));
          return;
        case 'hyperlink':
          within(element, { ...look, ...linkOf(linkTo(attribute(element, 'id'))) });
          return;
        case 'del':
          setAside(wordsIn(element), 'Deleted in the Word document, with changes tracked');
          return;
        // It stands where it was moved to.
        case 'moveFrom':
          return;
        case 'footnoteReference':
        case 'endnoteReference':
          runs.push({ text: `[${numberOf(element)}]`, ...look });
          return;
        case 'drawing':
        case 'pict':
        case 'object':
          for (const each of [...below(element, 'docPr'), ...below(element, 'shape')])
            setAside(described(each), 'The description of a picture');
          boxes.push(...below(element, 'txbxContent'));
          return;
        case 'oMath':
          setAside(wordsIn(element), 'A formula');
          return;
        case 'AlternateContent':
          within(alternative(element));
          return;
        default:
          within(element);
      }
  };

  const paragraph = (element: XmlElement, depth: number): void => {
    const properties = childOf(element, 'pPr');
    for (const each of elementsIn(element)) inline(each, {}, depth);
    // With its mark deleted it runs on into the next.
    if (childOf(childOf(properties, 'rPr'), 'del') !== null) return;
    close(trimmed(runs), (tidy) => pieceOf(tidy, properties), depth);
  };

  /** Ends a block, with what stands in boxes in it. */
  const close = (tidy: readonly Run[], asPiece: (tidy: readonly Run[]) => WordPiece, depth: number): void => {
    if (tidy.length > 0) pieces.push(asPiece(tidy));
    const inBoxes = boxes;
    [runs, boxes] = [[], []];
    for (const box of inBoxes) blocks(box, depth + 1);
  };

  const pieceOf = (tidy: readonly Run[], properties: XmlElement | null): WordPiece => {
    const style = styleOf(valueOf(properties, 'pStyle'));
    const heading = outlineLevel(valueOf(properties, 'outlineLvl')) ?? style.heading;
    if (heading !== null) {
      const level = heading <= 2 ? 2 : heading === 3 ? 3 : 4;
      return { block: { type: 'heading', level, runs: tidy }, heading };
    }
    const place = listPlace(properties) ?? style.list;
    const list = place === null ? null : marksAt(place);
    const block: Block =
      place !== null && list !== null
        ? { type: 'list-item', list, depth: Math.min(DEEPEST_ITEM, place.depth), runs: tidy }
        : { type: style.isQuote ? 'block-quote' : 'paragraph', runs: tidy };
    return { block };
  };

  const lookOf = (properties: XmlElement | null): Look => {
    const style = styleOf(valueOf(properties, 'rStyle'));
    return {
      ...((isOn(properties, 'b') ?? style.bold) ? { bold: true as const } : {}),
      ...((isOn(properties, 'i') ?? style.italic) ? { italic: true as const } : {}),
    };
  };

  const table = (element: XmlElement, depth: number): void => {
    const rows = below(element, 'tr').map((row) => ({ row, cells: below(row, 'tc') }));
    const isGrid = rows.length >= 2 && rows.every(({ cells }) => cells.length >= 2 && cells.every(isPlainCell));
    for (const { row, cells } of rows) {
      const properties = childOf(row, 'trPr');
      if (childOf(properties, 'del') !== null)
        setAside(wordsIn(row), 'Deleted in the Word document, with changes tracked');
      else if (!isGrid) for (const cell of cells) blocks(cell, depth + 1);
      else {
        for (const [column, cell] of cells.entries()) {
          if (column > 0) runs.push({ text: CELL_END });
          for (const each of below(cell, 'p')) inline(each, {}, depth + 1);
          const span = Number(valueOf(childOf(cell, 'tcPr'), 'gridSpan')) || 1;
          for (let more = 1; more < Math.min(span, MOST_COLUMNS); more += 1) runs.push({ text: CELL_END });
        }
        const header = isOn(properties, 'tblHeader') === true ? { header: true as const } : {};
        close(withinCells(runs), (tidy) => ({ block: { type: 'table-row', ...header, runs: tidy } }), depth);
      }
    }
  };

  const blocks = (parent: XmlElement, depth: number): void => {
    for (const each of elementsIn(parent)) {
      if (each.name === 'p') paragraph(each, depth);
      else if (each.name === 'tbl') table(each, depth);
      else if (isSilent(each)) continue;
      // A page of HTML, say, which Word makes its own text when it saves.
      else if (each.name === 'altChunk')
        setAside('Another document', 'It stands in this one, unread: save it again in Word');
      else if (depth < DEEPEST) blocks(each, depth + 1);
      else {
        runs.push({ text: wordsIn(each) });
        close(trimmed(runs), (tidy) => pieceOf(tidy, null), depth);
      }
    }
  };

  blocks(word.document, 0);
  // The last paragraph has nothing to run on into.
  close(trimmed(runs), (tidy) => pieceOf(tidy, null), 0);
  // A note's links are told in relations of its own part.
  linkTo = () => '';
  for (const { number, note } of notes.values()) {
    if (note === null) continue;
    runs.push({ text: `[${number}] ` });
    blocks(note, 0);
  }
  return pieces;
};

/** Gives the note that a reference leads to; null where there is none. */
const notesOf = ({ related }: WordPackage): ((reference: XmlElement) => XmlElement | null) => {
  const byId = (kind: string) => byAttribute(related(kind).flatMap(elementsIn), 'id');
  const [footnotes, endnotes] = [byId('footnotes'), byId('endnotes')];
  return (reference) =>
    (reference.name === 'footnoteReference' ? footnotes : endnotes).get(attribute(reference, 'id')) ?? null;
};

/** A cell of a grid of words: one paragraph with words in it at the most, and no table. */
const isPlainCell = (cell: XmlElement): boolean =>
  below(cell, 'tbl').length === 0 && below(cell, 'p').filter((each) => wordsIn(each).trim() !== '').length <= 1;

/** What Word shows of several forms of one thing: the first, unless only what it falls back on has words. */
const alternative = (element: XmlElement): XmlElement => {
  const [first = element, ...others] = elementsIn(element);
  return wordsIn(first).trim() === '' ? (others.find((each) => wordsIn(each).trim() !== '') ?? first) : first;
};

const described = (picture: XmlElement): string =>
  attribute(picture, 'descr') || attribute(picture, 'alt') || attribute(picture, 'title');

/** A sign by its number; those that are signs in one font alone are none. */
const signOf = (char: string): string => {
  const code = Number.parseInt(char, 16);
  return code >= 0x20 && !(code >= 0xd800 && code <= 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : ' ';
};

/** Text as Word shows it: what parts lines in the XML is white space. */
const shown = (element: XmlElement): string => textIn(element).replace(/[\t\r\n]+/g, ' ');

/** All words of an element, deleted ones too, a space where a paragraph or a line ends. */
export const wordsIn = (element: XmlElement): string => {
  const parts: string[] = [];
  const open: XmlElement[] = [element];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (/^(?:t|delText)$/.test(next.name)) {
      parts.push(shown(next));
      continue;
    }
    if (/^(?:p|tab|br|cr)$/.test(next.name)) parts.push(' ');
    for (const child of elementsIn(next).toReversed()) open.push(child);
  }
  return parts.join('');
};
