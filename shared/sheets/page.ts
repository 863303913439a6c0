import { escape, languageAttributes } from '../archive/html';
import { type PaperPage, factsHtml, paperPage } from '../paper/page';
import { shownCode } from './code';
import type { Issuing, Sheet, SheetQuote } from './model';
import { HOW_TO, PROOF, approvedAlready, headFacts, headlineOf, nameAndRole } from './words';

const STYLE = `
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

/** A sheet as a page to be printed. */
export const sheetPage = (sheet: Sheet, issuing: Issuing): PaperPage =>
  paperPage({
    title: `Approval sheet: ${sheet.speaker}, ${headlineOf(sheet)}`,
    language: 'en-GB',
    style: STYLE,
    body: `<h1>For approval: the words of ${escape(sheet.speaker)}</h1>
${factsHtml(headFacts(sheet, issuing))}
<p class="how">${escape(HOW_TO)}</p>
<ol>
${sheet.quotes.map((quote) => quoteHtml(quote, sheet)).join('\n')}
</ol>
<footer>
<p><strong>${escape(PROOF)}</strong></p>
<p>${escape(sheet.organisation)}</p>
</footer>`,
  });

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
