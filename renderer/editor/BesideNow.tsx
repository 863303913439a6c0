import type { WordOp } from '../../shared/compare/model';
import { nearChanges } from './words';

type Side = {
  readonly title: string;
  /** Name and role there; shown where they are not the same on both sides. */
  readonly who: string;
};

type Props = { readonly before: Side; readonly now: Side; readonly words: readonly WordOp[] };

/** Words as they were, and below them as they are now, with what went struck through and what came underlined. */
export const BesideNow = ({ before, now, words }: Props) => {
  const near = nearChanges(words);
  const isOther = before.who !== now.who;
  return (
    <dl className="two">
      <div>
        <dt>{before.title}</dt>
        <dd dir="auto">
          {isOther && <bdi className="meta">{before.who}: </bdi>}
          {near.map((word, index) =>
            word.op === 'added' ? null : word.op === 'removed' ? <del key={index}>{word.text}</del> : word.text,
          )}
        </dd>
      </div>
      <div>
        <dt>{now.title}</dt>
        <dd dir="auto">
          {isOther && <bdi className="meta">{now.who}: </bdi>}
          {near.map((word, index) =>
            word.op === 'removed' ? null : word.op === 'added' ? <ins key={index}>{word.text}</ins> : word.text,
          )}
        </dd>
      </div>
    </dl>
  );
};
