import type { QuoteFinding } from '../../../shared/quotes/check-model';
import { blockText } from '../../../shared/release/text';
import type { Checks } from './use-checks';

const AROUND = 4;

/** Part of a text with four more words on either side. */
export const wordsAround = (text: string, { start, end }: { readonly start: number; readonly end: number }): string => {
  const before = (text.slice(0, start).match(/\S+\s*/gu) ?? []).slice(-AROUND).join('');
  const behind = (text.slice(end).match(/\s*\S+/gu) ?? []).slice(0, AROUND).join('');
  const isCut = before.length < start;
  const goesOn = end + behind.length < text.trimEnd().length;
  return `${isCut ? '… ' : ''}${before}${text.slice(start, end)}${behind}${goesOn ? ' …' : ''}`;
};

/** The words a finding is about, four more on either side. */
export const excerptOf = ({ place }: QuoteFinding, { of }: Checks): string => {
  if (typeof place === 'string') return of.fields[place];
  const block = of.body.blocks[place.block];
  return wordsAround(block ? blockText(block) : '', place);
};
