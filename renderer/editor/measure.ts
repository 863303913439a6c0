import type { LexicalEditor } from 'lexical';
import { CERTAIN, type Quote } from '../../shared/quotes/model';
import type { Range as TextRange } from '../../shared/release/model';
import { domRange } from './dom-range';

/** A rule in the margin. Lengths are CSS pixels from the top left of the body. */
export type Rule = { readonly quote: Quote; readonly top: number; readonly height: number };
/** Where the blocks of the quotes stood when their words were measured, by the blocks' keys. */
type Stood = {
  readonly width: number;
  readonly blocks: ReadonlyMap<string, { readonly top: number; readonly height: number }>;
};
/** Something drawn over the text: a doubt after an attribution, a close that is missing, a line round the current words. */
export type Sign = {
  readonly kind: 'doubt' | 'missing-close' | 'current';
  readonly quote: Quote;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
export type Measured = { readonly rules: readonly Rule[]; readonly signs: readonly Sign[]; readonly stood: Stood };
export const NOTHING_MEASURED: Measured = { rules: [], signs: [], stood: { width: 0, blocks: new Map() } };

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
  if (!root) return NOTHING_MEASURED;
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
  return { rules, signs, stood: standing({ editor, keys, quotes }, origin) };
};

const standing = ({ editor, keys, quotes }: Omit<Parts, 'current'>, origin: DOMRect): Stood => {
  const blocks = new Map<string, { top: number; height: number }>();
  for (const { ranges } of quotes)
    for (const { block } of ranges) {
      const key = keys[block] ?? '';
      const box = blocks.has(key) ? null : editor.getElementByKey(key)?.getBoundingClientRect();
      if (box) blocks.set(key, { top: box.top - origin.top, height: box.height });
    }
  return { width: origin.width, blocks };
};

/**
 * The same after the text grew or shrank, where no quote's own blocks did: each is put as far on as its block went. Words
 * are not measured: a paragraph out of view would have to be laid out for it. Null where that does not hold.
 */
export const carryAlong = (before: Measured, parts: Parts): Measured | null => {
  const root = parts.editor.getRootElement();
  if (!root) return null;
  const stood = standing(parts, root.getBoundingClientRect());
  const isAlike =
    stood.width === before.stood.width &&
    stood.blocks.size === before.stood.blocks.size &&
    [...stood.blocks].every(([key, { height }]) => before.stood.blocks.get(key)?.height === height);
  if (!isAlike) return null;
  const wayOf = ({ ranges }: Quote): number | null => {
    const ways = ranges.map(({ block }) => {
      const key = parts.keys[block] ?? '';
      return (stood.blocks.get(key)?.top ?? 0) - (before.stood.blocks.get(key)?.top ?? 0);
    });
    return ways.every((way) => Math.abs(way - (ways[0] ?? 0)) < 0.5) ? (ways[0] ?? 0) : null;
  };
  const rules = before.rules.map((rule) => ({ rule, way: wayOf(rule.quote) }));
  const signs = before.signs.map((sign) => ({ sign, way: wayOf(sign.quote) }));
  if ([...rules, ...signs].some(({ way }) => way === null)) return null;
  return {
    rules: rules.map(({ rule, way }) => ({ ...rule, top: rule.top + (way ?? 0) })),
    signs: signs.map(({ sign, way }) => ({ ...sign, top: sign.top + (way ?? 0) })),
    stood,
  };
};
