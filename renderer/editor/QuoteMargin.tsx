import type { LexicalEditor } from 'lexical';
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { StatusMark } from '../ui/StatusMark';
import { NOTHING_MEASURED, carryAlong, measure } from './measure';
import './quote-marks.css';
import type { Body } from './to-release';
import { STATUS_CLASS, quoteInWords } from './words';

type Props = {
  readonly editor: LexicalEditor;
  readonly body: Body;
  readonly quotes: readonly Quote[];
  readonly current: string | null;
  readonly onOpen: (key: string) => void;
};

/**
 * The rule and the shape in the margin beside each quote, and the few signs over the words. The shape opens the quote's
 * row in the panel. All of it lies outside the text.
 */
export const QuoteMargin = ({ editor, body, quotes, current, onOpen }: Props) => {
  const [{ rules, signs }, setMeasured] = useState(NOTHING_MEASURED);
  const place = useCallback(() => {
    setMeasured(measure({ editor, keys: body.keys, quotes, current }));
  }, [editor, body, quotes, current]);
  const placeAgain = useCallback(() => {
    const parts = { editor, keys: body.keys, quotes, current };
    setMeasured((before) => carryAlong(before, parts) ?? measure(parts));
  }, [editor, body, quotes, current]);
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root) return;
    const observer = new ResizeObserver(placeAgain);
    observer.observe(root);
    return () => {
      observer.disconnect();
    };
  }, [editor, placeAgain]);
  useLayoutEffect(place, [place]);
  return (
    <div className="margin">
      {rules.map(({ quote, top, height }) => (
        <div key={quote.key} className={`rule ${STATUS_CLASS[quote.status]}`} style={{ top, height }}>
          <button
            type="button"
            className="shape"
            aria-label={quoteInWords(quote)}
            onClick={() => {
              onOpen(quote.key);
            }}
          >
            <StatusMark status={quote.status} label="" />
          </button>
        </div>
      ))}
      <div aria-hidden="true">
        {signs.map(({ kind, quote, ...box }, index) => (
          <div
            key={`${kind} ${quote.key} ${index}`}
            className={`sign ${kind} ${STATUS_CLASS[quote.status]}`}
            style={box}
          />
        ))}
      </div>
    </div>
  );
};
