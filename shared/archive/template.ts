import { type Result, failed, ok } from '../result';

/*
 * Templates in the language of Mustache (mustache.github.io): names, sections, inverted sections and comments, and no
 * more of it. Nothing in one can run: a name stands for a text, a list, or HTML that the archive itself has made. What
 * else Mustache has is refused: texts that are not escaped, other signs for tags, and templates within templates.
 */

/** HTML that the archive has made: it stands as it is. Every text is escaped, whatever the template says. */
export type Made = { readonly made: string };
export type View = { readonly [name: string]: string | boolean | Made | View | readonly View[] };

/** What a template may name, and what each is: a text, an address, HTML that was made, or what a section is of. */
export type Shape = { readonly [name: string]: 'text' | 'address' | 'made' | 'yes' | Shape };

/** What is wrong with a template: a whole sentence, and the line, from 1. */
export type TemplateProblem = { readonly line: number; readonly message: string };

export type Part =
  | { readonly kind: 'words'; readonly words: string; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly is: 'text' | 'address' | 'made'; readonly at: number }
  | { readonly kind: 'section'; readonly name: string; readonly inverted: boolean; readonly parts: readonly Part[] };

export type Template = { readonly source: string; readonly parts: readonly Part[] };

/** The line, from 1, of an offset in a text. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

type Open = {
  readonly name: string;
  readonly inverted: boolean;
  readonly at: number;
  readonly parts: Part[];
  readonly shapes: readonly Shape[];
};

const TAG = /\{\{(\{|[&#^/!>=<$])?\s*([^{}]*?)\s*\}\}\}?/y;

/** Where a tag that stands alone on its line begins and ends: the line goes with it, as Mustache has it. */
const aloneOnLine = (source: string, start: number, end: number): readonly [number, number] => {
  const before = /(?:^|\n)[ \t]*$/.exec(source.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(source.slice(end));
  if (before === null || after === null) return [start, end];
  return [start - before[0].replace('\n', '').length, end + after[0].length];
};

/** The innermost thing of a name; undefined where nothing has it. */
const named = (shapes: readonly Shape[], name: string): Shape[string] | undefined =>
  shapes.find((shape) => Object.hasOwn(shape, name))?.[name];

/** Reads a template whose names are those of `shape`. Problems: of form, of a name that is not known, in order. */
export const readTemplate = (source: string, shape: Shape): Result<Template, readonly TemplateProblem[]> => {
  const problems: TemplateProblem[] = [];
  const wrong = (at: number, message: string): void => void problems.push({ line: lineAt(source, at), message });
  const open: Open[] = [{ name: '', inverted: false, at: 0, parts: [], shapes: [shape] }];
  const top = (): Open => open[open.length - 1] as Open;
  const words = (from: number, to: number): void => {
    if (to > from) top().parts.push({ kind: 'words', words: source.slice(from, to), at: from });
  };
  let from = 0;
  for (let at = source.indexOf('{{'); at >= 0; at = source.indexOf('{{', at)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    if (tag === null) {
      wrong(at, '“{{” begins a tag that does not end. Close it with “}}”.');
      at += 2;
      continue;
    }
    const [whole, sign = '', name = ''] = tag;
    const end = at + whole.length;
    const [start, next] = sign === '' || sign === '{' || sign === '&' ? [at, end] : aloneOnLine(source, at, end);
    words(from, Math.max(from, start));
    from = next;
    const is = named(top().shapes, name);
    const unknown = `“${name}” is no name that stands here.`;
    if (sign === '{' || sign === '&') wrong(at, `“${whole}” asks for a text that is not escaped. Write “{{${name}}}”.`);
    else if (sign === '#' || sign === '^') {
      if (is === undefined || is === 'made' || is === 'address') {
        if (is === undefined) wrong(at, unknown);
      }
      const inner = sign === '#' && typeof is === 'object' ? [is, ...top().shapes] : top().shapes;
      open.push({ name, inverted: sign === '^', at, parts: [], shapes: inner });
    } else if (sign === '/') {
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed === undefined) wrong(at, `“{{/${name}}}” closes a section that is not open.`);
      else {
        if (closed.name !== name)
          wrong(at, `“{{/${name}}}” stands where “{{/${closed.name}}}” would close the section of line ${lineAt(source, closed.at)}.`); // prettier-ignore
        top().parts.push({ kind: 'section', name: closed.name, inverted: closed.inverted, parts: closed.parts });
      }
    } else if (sign === '') {
      if (is === undefined) wrong(at, unknown);
      else if (typeof is === 'object' || is === 'yes')
        wrong(at, `“${name}” is for a section: “{{#${name}}}…{{/${name}}}”.`);
      else top().parts.push({ kind: 'name', name, is, at });
    } else if (sign !== '!') wrong(at, `“${whole}” is more of Mustache than a template here may use.`);
    at = Math.max(next, end);
  }
  words(from, source.length);
  for (const { name, at } of open.slice(1)) wrong(at, `The section “${name}” is not closed. Write “{{/${name}}}”.`);
  return problems.length > 0 ? failed(problems) : ok({ source, parts: top().parts });
};

/** A value by its name, the innermost first; what a language gives every object is none of a view's. */
const valueOf = (views: readonly View[], name: string): View[string] | undefined =>
  views.find((view) => Object.hasOwn(view, name))?.[name];

const isMade = (value: View[string]): value is Made => typeof value === 'object' && Object.hasOwn(value, 'made');

/** A template with the values of a view. `escape` makes a text safe in an element and in a quoted attribute. */
export const renderTemplate = ({ parts }: Template, view: View, escape: (text: string) => string): string => {
  const render = (inner: readonly Part[], views: readonly View[]): string => {
    let html = '';
    for (const part of inner) {
      if (part.kind === 'words') {
        html += part.words;
        continue;
      }
      const value = valueOf(views, part.name);
      if (part.kind === 'name') {
        if (typeof value === 'string') html += escape(value);
        else if (value !== undefined && typeof value === 'object' && isMade(value)) html += value.made;
        continue;
      }
      const isSet = Array.isArray(value)
        ? value.length > 0
        : typeof value === 'object' && isMade(value)
          ? value.made !== ''
          : value !== undefined && value !== false && value !== '';
      if (part.inverted) {
        if (!isSet) html += render(part.parts, views);
      } else if (isSet) {
        if (Array.isArray(value))
          for (const each of value as readonly View[]) html += render(part.parts, [each, ...views]);
        else if (typeof value === 'object' && !isMade(value)) html += render(part.parts, [value as View, ...views]);
        else html += render(part.parts, views);
      }
    }
    return html;
  };
  return render(parts, [view]);
};
