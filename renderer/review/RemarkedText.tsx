import type { ReactNode, RefObject } from 'react';
import { direction } from '../../shared/release/language';
import type { Release, Run } from '../../shared/release/model';
import { runsText, runsWithin } from '../../shared/release/text';
import type { RemarkPart } from '../../shared/review/model';
import { ReadBlocks, Runs } from '../ReadText';
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
  /** The words of a block, cut where remarks on them begin and end. */
  const remarked = (part: RemarkPart, block: number, runs: readonly Run[]): ReactNode => {
    const own = placed.filter(({ at }) => at?.part === part && at.block === block);
    let from = 0;
    return stretchesOf(runsText(runs), own).map(({ text: stretch, remarks }, at) => {
      const start = from;
      from += stretch.length;
      const words = <Runs key={at} runs={runsWithin(runs, start, from)} />;
      const last = remarks.at(-1);
      if (last === undefined) return words;
      const numbers = remarks.filter((each) => each.at?.start === start).map(({ number }) => number);
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
          {words}
        </mark>
      );
    });
  };
  const blocks = (part: 'body' | 'notes') => (
    <ReadBlocks
      blocks={text[part]}
      part={part}
      release={text.id}
      words={({ runs }, index) => remarked(part, index, runs)}
    />
  );
  return (
    <div className="rv-page" ref={page} data-region="page" tabIndex={0} role="region" aria-label={`Text of ${name}`}>
      <article className="reading" lang={text.language} dir={direction(text.language)}>
        <h2 className="headline" data-part="headline" data-block={0}>
          {remarked('headline', 0, [{ text: text.headline }])}
        </h2>
        {text.standfirst !== '' && (
          <p className="sf" data-part="standfirst" data-block={0}>
            {remarked('standfirst', 0, [{ text: text.standfirst }])}
          </p>
        )}
        {blocks('body')}
        {text.notes.length > 0 && <h3 lang="en-GB">Notes to editors</h3>}
        {blocks('notes')}
      </article>
    </div>
  );
};
