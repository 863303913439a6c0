import type { ReactNode } from 'react';
import { type Piece, paragraphsOf } from '../../shared/compare/pieces';

/** Compared words: added ones in `ins`, removed ones in `del`, with the looks they have. */
export const Words = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>
    {pieces.map((piece, index) => (
      <Word key={index} piece={piece} />
    ))}
  </>
);

/** The same, a paragraph each. On the after side removed words are shown only in one column. `number`: that of the first in its list; `depth`: how deep it stands there. */
export const Paragraphs = ({
  pieces,
  side,
  number,
  depth,
}: {
  readonly pieces: readonly Piece[];
  readonly side: 'left' | 'right';
  readonly number: number | null;
  readonly depth: number;
}) => (
  <>
    {paragraphsOf(pieces).map((paragraph, index) => (
      <p
        key={index}
        dir="auto"
        className={`${side === 'right' ? 'right' : ''} ${number === null ? '' : 'is-numbered'}`}
        style={{
          ...(number === null ? {} : { counterSet: `list-item ${String(number + index)}` }),
          ...(depth === 0 ? {} : { marginInlineStart: `${String(1.125 * (depth + 1))}rem` }),
        }}
      >
        <Words pieces={paragraph} />
      </p>
    ))}
  </>
);

const Word = ({ piece }: { readonly piece: Piece }) => {
  let words: ReactNode = piece.text;
  if (piece.bold) words = <strong>{words}</strong>;
  if (piece.italic) words = <em>{words}</em>;
  if (piece.link) words = <span className="linked">{words}</span>;
  if (piece.reformatted) words = <span className="fmtw">{words}</span>;
  if (piece.op === 'added') return <ins>{words}</ins>;
  if (piece.op === 'removed') return <del>{words}</del>;
  return <>{words}</>;
};
