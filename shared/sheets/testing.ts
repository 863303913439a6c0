import type { ReleaseId } from '../release/model';
import { quoteId } from '../testing/builders';
import { wholeCode } from './code';
import type { IssuedQuote } from './model';

/** Two wordings of a release whose codes begin with the same six signs: found by trying; among some 2^15 there are two. */
export const likeCodes = (release: ReleaseId): readonly [IssuedQuote, IssuedQuote] => {
  const seen = new Map<string, IssuedQuote>();
  for (let number = 0; ; number += 1) {
    const digest = String(number).padStart(64, '0');
    const next = { quote: quoteId('q-00000009'), digest, code: wholeCode(digest, 'Nia Prosser', release) };
    const other = seen.get(next.code.slice(0, 6));
    if (other) return [other, next];
    seen.set(next.code.slice(0, 6), next);
  }
};
