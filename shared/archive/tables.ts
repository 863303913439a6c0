import type { Run, TableRow } from '../release/model';
import { type Table, cellsOf, columnsOf } from '../release/tables';
import { blockText, runsText } from '../release/text';
import { escape, runsHtml } from './html';

const rowHtml = ({ header, rowHeader }: TableRow, cells: readonly (readonly Run[])[]): string => {
  const inner = cells.map((runs, column) => {
    const words = runsHtml(runs);
    // A corner that heads nothing is no heading: a screen reader would say an empty one with each cell below it.
    if (header && words !== '') return `<th scope="col">${words}</th>`;
    return rowHeader && !header && column === 0 && words !== '' ? `<th scope="row">${words}</th>` : `<td>${words}</td>`;
  });
  return `<tr>${inner.join('')}</tr>`;
};

/** What a table is called where it can be reached by keyboard: its caption, else what its first row says. */
const nameOf = ({ caption, rows }: Pick<Table, 'caption' | 'rows'>): string => {
  const title = caption === null ? '' : blockText(caption).trim();
  const [first] = rows;
  if (title !== '' || first === undefined) return title;
  return cellsOf(first)
    .map((runs) => runsText(runs).trim())
    .filter(Boolean)
    .join(', ');
};

/**
 * A table as HTML, in a place of its own that can be scrolled by keyboard where it is wider than the page. A row that has
 * fewer cells than the longest is filled up with empty ones. A caption without rows is a paragraph.
 */
export const tableHtml = ({ caption, rows }: Table): string => {
  const title = caption === null ? '' : runsHtml(caption.runs);
  if (rows.length === 0) return title === '' ? '' : `<p>${title}</p>`;
  const columns = columnsOf(rows);
  const whole = (row: TableRow): string => {
    const cells = cellsOf(row);
    return rowHtml(row, [...cells, ...Array.from({ length: columns - cells.length }, () => [])]);
  };
  const first = rows.findIndex((row) => !row.header);
  const split = first < 0 ? rows.length : first;
  const [head, body] = [rows.slice(0, split).map(whole).join('\n'), rows.slice(split).map(whole).join('\n')];
  return [
    `<div class="table" role="group" tabindex="0" aria-label="${escape(nameOf({ caption, rows }))}"><table>`,
    title === '' ? '' : `<caption>${title}</caption>`,
    head === '' ? '' : `<thead>\n${head}\n</thead>`,
    body === '' ? '' : `<tbody>\n${body}\n</tbody>`,
    '</table></div>',
  ]
    .filter(Boolean)
    .join('\n');
};
