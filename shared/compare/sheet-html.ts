import { escape } from '../archive/html';
import type { Cell, Change, Layout, Line, LineLook, Names } from './line';
import { type Piece, paragraphsOf } from './pieces';
import { DEEPEST_ITEM } from '../release/model';

/* A comparison as HTML, for paper and for the review copy: two columns, or one in which both sides' words stand. Everything
   that comes from a release is escaped. What changed is told by `ins` and `del`, by lines, by a word before each change, never
   by colour alone. */

const pieceHtml = ({ op, text, bold, italic, link, reformatted }: Piece): string => {
  let html = escape(text).replaceAll('\n', '<br>');
  if (bold) html = `<strong>${html}</strong>`;
  if (italic) html = `<em>${html}</em>`;
  if (link) html = `<u class="linked">${html}</u>`;
  if (reformatted) html = `<span class="look">${html}</span>`;
  return op === 'added' ? `<ins>${html}</ins>` : op === 'removed' ? `<del>${html}</del>` : html;
};

const TAGS: Readonly<Partial<Record<LineLook, string>>> = {
  headline: 'h2',
  heading: 'h3',
  part: 'h3',
  'block-quote': 'blockquote',
};

/** Whether the mark over a line says what its own tag would say again. */
const isMarked = ({ kind, isPlace }: Line): boolean =>
  isPlace && (kind.startsWith('moved') || kind === 'split' || kind === 'joined');

/** One side of a line; "not in draft 2" is said in two columns only. An item of a list is in one of its own, with its number. */
const cellHtml = (cell: Cell, line: Line, isAlone: boolean): string => {
  if (cell.has === 'nothing') return isAlone ? '' : `<p class="none">${escape(cell.says)}</p>`;
  const { look } = line;
  const tag = look === 'list-item' ? 'li' : (TAGS[look] ?? 'p');
  const paragraphs = paragraphsOf(cell.pieces)
    .map((pieces) => `<${tag} dir="auto" class="is-${look}">${pieces.map(pieceHtml).join('')}</${tag}>`)
    .join('');
  const depth = `class="depth-${String(cell.depth)}"`;
  const html =
    look !== 'list-item'
      ? paragraphs
      : cell.number === null
        ? `<ul ${depth}>${paragraphs}</ul>`
        : `<ol ${depth} start="${String(cell.number)}">${paragraphs}</ol>`;
  const isTold = cell.tag !== '' && !(isMarked(line) && cell === line.right);
  return `${isTold ? `<p class="tag">${escape(cell.tag)}</p>` : ''}${html}`;
};

const markOf = (line: Line, changes: readonly Change[]): string => {
  const change = line.change === null ? undefined : changes[line.change];
  if (change === undefined || line.change === null) return '';
  const number = `<b>${String(line.change + 1)}</b>`;
  return line.isPlace
    ? `<p class="mark" id="change-${String(line.change + 1)}">${number} ${escape(change.spoken)}</p>`
    : `<p class="mark">${number} ${escape(change.title)}</p>`;
};

/** The list of changes, each a link to its place. */
export const changesHtml = ({ changes }: Layout): string =>
  changes.length === 0
    ? '<p>The two versions are the same, word for word.</p>'
    : `<ol class="changes">\n${changes
        .map(
          ({ spoken, excerpt }, index) =>
            `<li><a href="#change-${String(index + 1)}">${escape(spoken)}</a>${excerpt === '' ? '' : ` <span class="excerpt">${escape(excerpt)}</span>`}</li>`,
        )
        .join('\n')}\n</ol>`;

/** The lines in two columns. `after` adds something under the side after of a line: HTML, escaped already. */
export const columnsHtml = (layout: Layout, names: Names, after: (line: Line) => string = () => ''): string => {
  const row = (line: Line): string => {
    const mark = markOf(line, layout.changes);
    const right = line.right.has === 'words' ? { ...line.right, pieces: ownPieces(line.right.pieces) } : line.right;
    const shown = { ...line, right };
    return `<tr class="${line.kind === 'same' ? 'same' : `changed ${line.kind}`}"><td>${cellHtml(line.left, shown, false)}</td><td>${mark}${cellHtml(right, shown, false)}${after(line)}</td></tr>`;
  };
  return `<table class="columns">
<thead><tr><th scope="col">${escape(names.before)}</th><th scope="col">${escape(names.after)}</th></tr></thead>
<tbody>
${layout.lines.map(row).join('\n')}
</tbody>
</table>`;
};

/** The same in one column: words of both sides in one text, a moved block where it stands now. */
export const inlineHtml = (layout: Layout): string =>
  layout.lines
    .map((line) => {
      const cell = line.right.has === 'words' ? line.right : line.left;
      const isOldEnd = line.change !== null && !line.isPlace;
      return `<div class="line ${line.kind}">${markOf(line, layout.changes)}${isOldEnd ? '' : cellHtml(cell, line, true)}</div>`;
    })
    .join('\n');

const ownPieces = (pieces: readonly Piece[]): readonly Piece[] => pieces.filter(({ op }) => op !== 'removed');

/** What such HTML looks like, in ink: to be added to a page's style. */
export const SHEET_STYLE = `
ins { text-decoration: underline; text-decoration-thickness: 0.14em; text-underline-offset: 0.12em; }
del { text-decoration: line-through; }
del + ins { margin-inline-start: 0.25em; }
.look { border-bottom: 0.12em dotted; }
.linked { text-decoration-style: dotted; }
.mark, .tag, .none { font: 600 0.75em/1.4 sans-serif; margin: 0 0 0.3em; }
.none { font-weight: 400; font-style: italic; }
.mark b { border: 0.1em solid; border-radius: 0.3em; padding: 0 0.35em; margin-inline-end: 0.3em; }
table.columns { border-collapse: collapse; width: 100%; table-layout: fixed; }
.columns th { text-align: start; font: 600 0.8em/1.4 sans-serif; border-bottom: 0.15em solid; padding: 0.3em 0.8em 0.3em 0; }
.columns td { vertical-align: top; padding: 0.35em 0.8em 0.35em 0.6em; overflow-wrap: anywhere; border-inline-start: 0.25em solid transparent; }
.columns .changed td { border-inline-start-color: currentColor; }
.columns p, .columns h2, .columns h3 { margin: 0 0 0.4em; }
.columns ul, .columns ol, .line ul, .line ol { margin: 0 0 0.4em; padding-inline-start: 1.5em; }
${Array.from({ length: DEEPEST_ITEM }, (_, at) => `:is(ul, ol).depth-${String(at + 1)} { margin-inline-start: ${String(1.5 * (at + 1))}em; }`).join('\n')}
.is-table-row { white-space: pre-wrap; tab-size: 12; }
.is-table-caption { font-weight: 600; }
.changes { padding-inline-start: 1.8em; }
.changes a { color: inherit; }
.line.same { border-inline-start: 0.25em solid transparent; padding-inline-start: 0.6em; }
.line:not(.same) { border-inline-start: 0.25em solid; padding-inline-start: 0.6em; }
`;
