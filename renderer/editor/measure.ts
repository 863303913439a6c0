import type { LexicalEditor } from 'lexical';
import { CERTAIN, type Quote } from '../../shared/quotes/model';
import type { Range as TextRange } from '../../shared/release/model';
import { domRange } from './dom-range';

/** A rule in the margin. Lengths are CSS pixels from the top left of the body. */
export type Rule = { readonly quote: Quote; readonly top: number; readonly height: number };
/** Something drawn over the text: a doubt after an attribution, a close that is missing, a line round the current words. */
export type Sign = {
  readonly kind: 'doubt' | 'missing-close' | 'current';
  readonly quote: Quote;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type Measured = { readonly rules: readonly Rule[]; readonly signs: readonly Sign[] };

type Parts = {
  readonly editor: LexicalEditor;
  readonly keys: readonly string[];
  readonly quotes: readonly Quote[];
  readonly current: string | null;
};

/** How far down a second shape stands when two quotes begin on one line. */
const SHAPE = 20;

export const isDoubtful = ({ stored, proposals }: Quote): boolean =>
  !stored?.speaker && (proposals[0]?.confidence ?? 0) < CERTAIN;

/** Where the quotes' rules and signs go, from where their words are on the screen now. */
export const measure = ({ editor, keys, quotes, current }: Parts): Measured => {
  const root = editor.getRootElement();
  if (!root) return { rules: [], signs: [] };
  const origin = root.getBoundingClientRect();
  const rangeOf = ({ block, start, end }: TextRange): Range | null => {
    const element = editor.getElementByKey(keys[block] ?? '');
    return element && domRange(element, start, end);
  };
  const rules: Rule[] = [];
  const signs: Sign[] = [];
  const add = (kind: Sign['kind'], quote: Quote, rect: DOMRect): void => {
    const { width, height } = rect;
    signs.push({ kind, quote, left: rect.left - origin.left, top: rect.top - origin.top, width, height });
  };
  for (const quote of quotes) {
    const parts = quote.ranges.flatMap((range) => rangeOf(range) ?? []);
    const rects = parts.map((part) => part.getBoundingClientRect());
    if (rects.length === 0) continue;
    const wanted = Math.min(...rects.map((rect) => rect.top)) - origin.top;
    const bottom = Math.max(...rects.map((rect) => rect.bottom)) - origin.top;
    const before = rules.at(-1);
    const top = before && wanted < before.top + SHAPE ? before.top + SHAPE : wanted;
    rules.push({ quote, top, height: Math.max(SHAPE, bottom - top) });
    if (quote.key === current)
      for (const part of parts) for (const rect of part.getClientRects()) add('current', quote, rect);
    const last = parts.at(-1) && [...(parts.at(-1)?.getClientRects() ?? [])].at(-1);
    if (quote.missingClose && last) add('missing-close', quote, last);
    const cue = quote.cue && isDoubtful(quote) ? rangeOf(quote.cue) : null;
    const said = cue && [...cue.getClientRects()].at(-1);
    if (said) add('doubt', quote, said);
  }
  return { rules, signs };
};
