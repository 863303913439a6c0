import type { LexicalEditor } from 'lexical';
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { StatusMark } from '../ui/StatusMark';
import { domRange } from './dom-range';
import { STATUS_CLASS, STATUS_WORDS, speakerName } from './words';

type Rule = { readonly quote: Quote; readonly top: number; readonly height: number };
type Props = {
  readonly editor: LexicalEditor;
  readonly keys: readonly string[];
  readonly quotes: readonly Quote[];
  readonly onOpen: (key: string) => void;
};

/** How far down a second shape stands when two quotes begin on one line. */
const SHAPE = 20;

const rulesOf = ({ editor, keys, quotes }: Omit<Props, 'onOpen'>): Rule[] => {
  const root = editor.getRootElement();
  if (!root) return [];
  const { top: origin } = root.getBoundingClientRect();
  const rules: Rule[] = [];
  for (const quote of quotes) {
    const rects = quote.ranges.flatMap(({ block, start, end }) => {
      const element = editor.getElementByKey(keys[block] ?? '');
      const range = element && domRange(element, start, end);
      return range ? [range.getBoundingClientRect()] : [];
    });
    if (rects.length === 0) continue;
    const wanted = Math.min(...rects.map((rect) => rect.top)) - origin;
    const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin;
    const before = rules.at(-1);
    const top = before && wanted < before.top + SHAPE ? before.top + SHAPE : wanted;
    rules.push({ quote, top, height: Math.max(SHAPE, bottom - top) });
  }
  return rules;
};

/** The rule and the shape in the margin beside each quote. The shape opens the quote's row in the panel. */
export const QuoteMargin = ({ editor, keys, quotes, onOpen }: Props) => {
  const [rules, setRules] = useState<readonly Rule[]>([]);
  const place = useCallback(() => {
    setRules(rulesOf({ editor, keys, quotes }));
  }, [editor, keys, quotes]);
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root) return;
    const observer = new ResizeObserver(place);
    observer.observe(root);
    return () => {
      observer.disconnect();
    };
  }, [editor, place]);
  useLayoutEffect(place, [place]);
  return (
    <div className="margin">
      {rules.map(({ quote, top, height }) => {
        const words = `Quote${speakerName(quote) === '' ? '' : `, ${speakerName(quote)}`}, ${STATUS_WORDS[quote.status].toLowerCase()}`;
        return (
          <div key={quote.key} className={`rule ${STATUS_CLASS[quote.status]}`} style={{ top, height }}>
            <button
              type="button"
              className="shape"
              aria-label={words}
              onClick={() => {
                onOpen(quote.key);
              }}
            >
              <StatusMark status={quote.status} label="" />
            </button>
          </div>
        );
      })}
    </div>
  );
};
