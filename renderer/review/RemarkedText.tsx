import type { RefObject } from 'react';
import { shownImage } from '../../shared/ipc/media-address';
import { direction } from '../../shared/release/language';
import { listNumber } from '../../shared/release/list-number';
import type { Block, Release } from '../../shared/release/model';
import { textsOf } from '../../shared/review/anchor';
import type { RemarkPart } from '../../shared/review/model';
import { blockLook } from '../ui/block-look';
import { type Placed, stretchesOf } from './place-remarks';

type Props = {
  readonly text: Release;
  readonly name: string;
  readonly placed: readonly Placed[];
  readonly chosen: string | null;
  readonly onChoose: (remark: string) => void;
  readonly page: RefObject<HTMLDivElement | null>;
};

/** The text as it is read, each phrase that was remarked on marked with its number. Nothing in it can be changed here. */
export const RemarkedText = ({ text, name, placed, chosen, onChoose, page }: Props) => {
  const block = (part: RemarkPart, index: number, look: ReturnType<typeof blockLook>, given?: Block) => {
    const words = textsOf(text, part)[index] ?? '';
    const own = placed.filter(({ at }) => at?.part === part && at.block === index);
    return (
      <p key={`${part} ${index}`} {...look} data-part={part} data-block={index}>
        {given?.type === 'image' && <img {...shownImage(text.id, given)} />}
        {stretchesOf(words, own).map(({ text: stretch, remarks }, at) => {
          const last = remarks.at(-1);
          if (last === undefined) return stretch;
          const isEnd = (each: Placed): boolean => each.at?.start === offsetOf(words, own, at);
          const numbers = remarks.filter(isEnd).map(({ number }) => number);
          return (
            <mark
              key={at}
              className={[
                remarks.some(({ remark }) => remark.id === chosen) ? 'chosen' : '',
                remarks.every(({ remark }) => remark.resolved !== null) ? 'settled' : '',
              ].join(' ')}
              data-no={numbers.join(', ')}
              aria-label={`Remark ${remarks.map(({ number }) => number).join(', ')}`}
              onClick={() => onChoose(last.remark.id)}
            >
              {stretch}
            </mark>
          );
        })}
      </p>
    );
  };
  const blocks = (part: 'body' | 'notes') =>
    text[part].map((each, index) => {
      const level = each.type === 'heading' ? each.level : null;
      return block(part, index, blockLook(each.type, listNumber(text[part], index), level), each);
    });
  return (
    <div className="rv-page" ref={page} data-region="page" tabIndex={0} role="region" aria-label={`Text of ${name}`}>
      <article className="reading" lang={text.language} dir={direction(text.language)}>
        {block('headline', 0, { ...blockLook('heading', null, 1), className: 'headline' })}
        {text.standfirst !== '' && block('standfirst', 0, { className: 'sf' })}
        {blocks('body')}
        {text.notes.length > 0 && <h3 lang="en-GB">Notes to editors</h3>}
        {blocks('notes')}
      </article>
    </div>
  );
};

/** Where a stretch of a block begins. */
const offsetOf = (text: string, placed: readonly Placed[], at: number): number =>
  stretchesOf(text, placed)
    .slice(0, at)
    .reduce((sum, { text: each }) => sum + each.length, 0);
