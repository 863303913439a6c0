/**
 * Rows of texts as CSV (RFC 4180): CRLF, every cell in quotes. A byte order mark tells spreadsheets that it is UTF-8, and
 * a cell that one of them would run as a formula is preceded by an apostrophe (OWASP, "CSV Injection").
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;

const cell = (value: string): string =>
  `"${(/^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
