import { Fragment, type ReactNode } from 'react';
import { shownImage } from '../shared/ipc/media-address';
import { direction } from '../shared/release/language';
import type { Block, ReleaseId, Run } from '../shared/release/model';
import type { RemarkPart } from '../shared/review/model';

type Props = {
  readonly blocks: readonly Block[];
  /** Which part of a release they are: who looks up what is selected finds it at each block. */
  readonly part: RemarkPart;
  /** Whose pictures are shown; none are where it is null. */
  readonly release: ReleaseId | null;
  /** What stands in a block; its words with their looks where it is left out. */
  readonly words?: (block: Block, index: number) => ReactNode;
};

/** Blocks of a release as they are read on a sheet (`reading.css`): headings, lists and quotations are that to everybody. */
export const ReadBlocks = ({ blocks, part, release, words = ({ runs }) => <Runs runs={runs} /> }: Props) => {
  const paragraph = (block: Block, index: number): ReactNode => (
    // A heading stands one lower here, below the sheet's headline.
    <p
      key={index}
      className={`is-${block.type}`}
      data-part={part}
      data-block={index}
      {...(block.type === 'heading' ? { role: 'heading', 'aria-level': block.level + 1 } : {})}
    >
      {block.type === 'image' && release !== null && <img {...shownImage(release, block)} />}
      {words(block, index)}
    </p>
  );
  const shown: ReactNode[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block === undefined) break;
    const end = listEnd(blocks, at, 0);
    if (end > at) shown.push(<Lists key={at} blocks={blocks} start={at} end={end} item={paragraph} />);
    else if (block.type === 'block-quote') shown.push(<blockquote key={at}>{paragraph(block, at)}</blockquote>);
    else shown.push(paragraph(block, at));
    at = Math.max(end, at + 1);
  }
  return <>{shown}</>;
};

/** Where the items of lists from `at` on end that stand at least so deep; `at` where there are none. */
const listEnd = (blocks: readonly Block[], at: number, depth: number): number => {
  const rest = blocks.slice(at).findIndex((block) => block.type !== 'list-item' || block.depth < depth);
  return rest === -1 ? blocks.length : at + rest;
};

type ListsProps = {
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
  readonly item: (block: Block, index: number) => ReactNode;
};

/** Items as lists: one for each stretch of a kind; what lies deeper than an item is within it. */
const Lists = ({ blocks, start, end, item }: ListsProps) => {
  const lists: { readonly kind: string; readonly items: ReactNode[] }[] = [];
  for (let at = start; at < end;) {
    const block = blocks[at];
    if (block?.type !== 'list-item') break;
    const below = Math.min(listEnd(blocks, at + 1, block.depth + 1), end);
    if (lists.at(-1)?.kind !== block.list) lists.push({ kind: block.list, items: [] });
    lists.at(-1)?.items.push(
      <li key={at}>
        {item(block, at)}
        {below > at + 1 && <Lists blocks={blocks} start={at + 1} end={below} item={item} />}
      </li>,
    );
    at = below;
  }
  return lists.map(({ kind, items }, index) =>
    kind === 'numbered' ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>,
  );
};

/** Words with the looks they have; where a link leads is told by pointing at it. */
export const Runs = ({ runs }: { readonly runs: readonly Run[] }) =>
  runs.map(({ text, bold, italic, link, language }, index) => {
    let words: ReactNode = text;
    if (italic) words = <em>{words}</em>;
    if (bold) words = <strong>{words}</strong>;
    if (link === undefined && language === undefined) return <Fragment key={index}>{words}</Fragment>;
    return (
      <span
        key={index}
        {...(link === undefined ? {} : { className: 'linked', title: link })}
        {...(language === undefined ? {} : { lang: language, dir: direction(language) })}
      >
        {words}
      </span>
    );
  });
