import { inflateSync } from 'node:zlib';

/* Just enough of ISO 32000-1 to read back what Chromium prints: objects that stand plainly in the file, streams that
   are deflated, text shown as glyph numbers, and a table for each font that says which letters they are. */

type PdfObject = { readonly head: string; readonly stream: string };

const objectsOf = (bytes: Buffer): ReadonlyMap<string, PdfObject> => {
  const file = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 1: number = '', index } of file.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const end = file.indexOf('endobj', index);
    const begin = file.indexOf('stream', index);
    if (begin === -1 || begin > end) {
      objects.set(number, { head: file.slice(index, end), stream: '' });
      continue;
    }
    const head = file.slice(index, begin);
    const from = file.indexOf('\n', begin) + 1;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = bytes.subarray(from, from + length);
    const isText = head.includes('/FlateDecode') && !head.includes('/Subtype /Image') && !head.includes('/Length1');
    objects.set(number, { head, stream: isText ? inflateSync(raw).toString('latin1') : '' });
  }
  return objects;
};

const letters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What each glyph of a font is, from its ToUnicode table. */
const glyphsOf = (table: string): ReadonlyMap<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, lines = ''] of table.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g))
      glyphs.set(parseInt(code, 16), letters(to));
  for (const [, lines = ''] of table.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1)
        glyphs.set(code, String.fromCodePoint(parseInt(to, 16) + code - parseInt(first, 16)));
  return glyphs;
};

/** The letters of a PDF as Chromium writes it, page by page, without any space: lines and gaps are only places on the page. */
export const pdfPages = (bytes: Buffer): readonly string[] => {
  const objects = objectsOf(bytes);
  const ref = (text: string, name: string): PdfObject | undefined =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? '');
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map((page) => {
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    for (const [, block = ''] of page.head.matchAll(/\/Font <<([^>]*)>>/g))
      for (const [, name = '', number = ''] of block.matchAll(/\/(F\d+) (\d+) 0 R/g))
        fonts.set(name, glyphsOf(ref(objects.get(number)?.head ?? '', 'ToUnicode')?.stream ?? ''));
    let font: ReadonlyMap<number, string> = new Map();
    let text = '';
    const shown = ref(page.head, 'Contents')?.stream ?? '';
    for (const [, name, hex] of shown.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^<]*?T[jJ])/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map();
      for (const glyph of hex?.match(/.{4}/g) ?? []) text += font.get(parseInt(glyph, 16)) ?? '';
    }
    return text.replace(/\s/g, '');
  });
};
