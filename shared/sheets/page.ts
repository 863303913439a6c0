import { escape, languageAttributes } from '../archive/html';
import { sha256Base64 } from '../digest';
import { shownCode } from './code';
import type { Issuing, Sheet, SheetQuote } from './model';
import { HOW_TO, PROOF, approvedAlready, headFacts, headlineOf, nameAndRole } from './words';

/* A page of its own, made to be printed: ink on paper, no picture, no font and no script to be fetched. */
const STYLE = `
@page { size: A4; margin: 18mm 20mm 20mm; }
html { font: 11pt/1.45 Georgia, 'Source Serif 4', 'DejaVu Serif', serif; color: #000; background: #fff; }
body { margin: 0; font-variant-ligatures: none; } /* so that the words can be taken out of a PDF letter by letter */
h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 4mm; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.5mm 4mm; margin: 0 0 4mm; font-size: 10pt; }
dt { font-weight: bold; }
dd { margin: 0; }
.how { border: 0.4mm solid #000; padding: 2.5mm 3.5mm; margin: 0 0 6mm; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-top: 0.2mm solid #000; padding: 3mm 0 4mm; }
h2 { font-size: 11pt; margin: 0 0 2mm; display: flex; justify-content: space-between; gap: 6mm; break-after: avoid; }
.code { font: bold 14pt/1.2 'DejaVu Sans Mono', Consolas, Menlo, monospace; white-space: nowrap; }
.name { margin: 0 0 2mm; break-after: avoid; }
blockquote { margin: 0; padding-inline-start: 4mm; border-inline-start: 0.8mm solid #000; }
blockquote p { margin: 0 0 2.5mm; orphans: 3; widows: 3; overflow-wrap: anywhere; }
blockquote p:last-child { margin: 0; }
.already { margin: 2mm 0 0; font-style: italic; }
.sign { display: flex; gap: 6mm; margin: 5mm 0 0; font-size: 9pt; break-before: avoid; break-inside: avoid; }
.sign span { flex: 1; border-top: 0.2mm solid #000; padding-top: 0.5mm; margin-top: 6mm; }
footer { border-top: 0.4mm solid #000; margin-top: 2mm; padding-top: 2.5mm; break-inside: avoid; }
footer p { margin: 0; }
`;

/** What a sheet's page may load: nothing. Its one style is let in by its hash; a script would not run. */
export const SHEET_POLICY = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'`;

/** A sheet as a page to be printed, whole in itself. */
export const sheetPage = (sheet: Sheet, issuing: Issuing): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SHEET_POLICY}">
<title>${escape(`Approval sheet: ${sheet.speaker}, ${headlineOf(sheet)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>For approval: the words of ${escape(sheet.speaker)}</h1>
<dl>
${headFacts(sheet, issuing)
  .map(([name, fact]) => `<dt>${escape(name)}</dt><dd>${escape(fact)}</dd>`)
  .join('\n')}
</dl>
<p class="how">${escape(HOW_TO)}</p>
<ol>
${sheet.quotes.map((quote) => quoteHtml(quote, sheet)).join('\n')}
</ol>
<footer>
<p><strong>${escape(PROOF)}</strong></p>
<p>${escape(sheet.organisation)}</p>
</footer>
</body>
</html>
`;

const quoteHtml = (quote: SheetQuote, { language }: Sheet): string => {
  const already = approvedAlready(quote);
  const paragraphs = quote.words.split('\n').map((words) => `<p>${escape(words)}</p>`);
  return `<li>
<h2><span>Quote ${String(quote.number)}</span> <span class="code">${shownCode(quote.printed)}</span></h2>
<p class="name">${escape(nameAndRole(quote))}</p>
<blockquote${languageAttributes(language)}>${paragraphs.join('')}</blockquote>
${already === '' ? '' : `<p class="already">${escape(already)}</p>\n`}<p class="sign"><span>Name</span><span>Signature</span><span>Date</span></p>
</li>`;
};
