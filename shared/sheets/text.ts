import { shownCode } from './code';
import type { Issuing, Sheet } from './model';
import { HOW_TO, PROOF, approvedAlready, headFacts, nameAndRole } from './words';

/** A sheet as the plain text of an e-mail: LF, blank lines between paragraphs, a final newline. */
export const sheetText = (sheet: Sheet, issuing: Issuing): string => {
  const parts = [
    `For approval: the words of ${sheet.speaker}`,
    headFacts(sheet, issuing)
      .map(([name, fact]) => `${name}: ${fact}`)
      .join('\n'),
    HOW_TO,
    ...sheet.quotes.flatMap((quote) => [
      `${String(quote.number)}. Code ${shownCode(quote.printed)}\n${nameAndRole(quote)}`,
      quote.words.replaceAll('\n', '\n\n'),
      approvedAlready(quote),
    ]),
    `--\n${PROOF}\n${sheet.organisation}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};
