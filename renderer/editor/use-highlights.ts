import type { LexicalEditor } from 'lexical';
import { useLayoutEffect } from 'react';
import type { Quote } from '../../shared/quotes/model';
import type { Range as TextRange } from '../../shared/release/model';
import { changedRanges } from './changed-words';
import { domRange } from './dom-range';
import { isDoubtful } from './measure';
import type { Body } from './to-release';
import { STATUS_CLASS } from './words';
import { useMedia } from '../ui/use-media';

/** The ranges of each named highlight. The text itself is never touched: nothing here is copied, printed or exported. */
const gather = (editor: LexicalEditor, keys: readonly string[], quotes: readonly Quote[], current: string | null) => {
  const named = new Map<string, Range[]>();
  const add = (name: string, { block, start, end }: TextRange): void => {
    const element = editor.getElementByKey(keys[block] ?? '');
    const range = element && domRange(element, start, end);
    if (range) named.set(name, [...(named.get(name) ?? []), range]);
  };
  for (const quote of quotes) {
    const { status, ranges, cue } = quote;
    const name = STATUS_CLASS[status];
    if (status === 'no approval needed') continue;
    for (const range of ranges) {
      add(`quote-${name}`, { ...range, end: range.start + 1 });
      if (quote.key === current) add(`current-${name}`, range);
    }
    const last = ranges.at(-1);
    if (last && !quote.missingClose) add(`quote-${name}`, { ...last, start: last.end - 1 });
    for (const changed of changedRanges(quote)) add('changed-words', changed);
    if (cue) add(isDoubtful(quote) ? 'cue-doubtful' : 'cue', cue);
  }
  return named;
};

const NAMES = [
  ...Object.values(STATUS_CLASS).flatMap((name) => [`quote-${name}`, `current-${name}`]),
  'cue',
  'cue-doubtful',
  'changed-words',
];

/**
 * Shows the quotes' marks in their status's look, through the browser's custom highlights. With forced colours there are
 * none: the system paints every highlight as if it were selected, so rules, shapes and outlines carry all.
 */
export const useHighlights = (
  editor: LexicalEditor,
  body: Body,
  quotes: readonly Quote[],
  current: string | null,
): void => {
  const isForced = useMedia('(forced-colors: active)');
  useLayoutEffect(() => {
    if (isForced) return;
    const named = gather(editor, body.keys, quotes, current);
    for (const name of NAMES) CSS.highlights.set(name, new Highlight(...(named.get(name) ?? [])));
    return () => {
      for (const name of NAMES) CSS.highlights.delete(name);
    };
  }, [editor, body, quotes, current, isForced]);
};
