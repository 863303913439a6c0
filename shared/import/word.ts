import { blockText } from '../release/text';
import { type ImportOptions, type Piece, assemble } from './assemble';
import { leftOut, singleSpaced } from './left-out';
import type { ImportPreview } from './model';
import { headlineAt } from './text';
import { type WordPiece, readWordBody, wordsIn } from './word-body';
import type { WordPackage } from './word-package';
import { wordStyles } from './word-styles';
import { type XmlElement, attribute, elementsIn } from './xml';

/**
 * Reads a release from a Word document. In: the document, opened. Out: a preview; its title, else its first heading of the
 * first level, else what is clearly one is the headline. The text is as if all tracked changes were accepted. What was deleted,
 * and what stands in headers, footers, comments, drawings and descriptions, is in `dropped`. Never fails.
 */
export const importWord = (word: WordPackage, options: ImportOptions): ImportPreview => {
  const read = readWordBody(word, wordStyles(word));
  const headline = headlineOf(read);
  const pieces = [
    ...besideOf(word, 'header', 'The head of the Word document'),
    ...read.filter((piece) => piece !== headline),
    ...besideOf(word, 'diagramData', 'Words in a drawing'),
    ...besideOf(word, 'chart', 'Words in a drawing'),
    ...besideOf(word, 'footer', 'The foot of the Word document'),
    ...word.related('comments').flatMap(elementsIn).flatMap(commentOf),
  ];
  const words = headline === undefined ? '' : singleSpaced(blockText(headline.block));
  return assemble({ pieces, headline: words, date: '', language: null }, options);
};

const headlineOf = (pieces: readonly WordPiece[]): WordPiece | undefined => {
  const inText = pieces.filter(({ why }) => why === undefined);
  const byStyle = inText.find(({ heading }) => heading === 0) ?? inText.find(({ heading }) => heading === 1);
  return byStyle ?? inText[headlineAt(inText.map(({ block }) => blockText(block)))];
};

/** The words of parts of a kind, each wording once: first and other pages often have the same. */
const besideOf = ({ related }: WordPackage, kind: string, why: string): readonly Piece[] =>
  [...new Set(related(kind).map(wordsIn).map(singleSpaced))].flatMap((words) => leftOut(words, why));

const commentOf = (comment: XmlElement): readonly Piece[] => {
  const words = wordsIn(comment);
  const by = attribute(comment, 'author');
  return leftOut(words === '' || by === '' ? words : `${by}: ${words}`, 'A comment in the Word document');
};
