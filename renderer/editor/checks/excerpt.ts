import type { QuoteFinding } from '../../../shared/quotes/check-model';
import { blockText } from '../../../shared/release/text';
import type { Checks } from './use-checks';

/** The words a finding is about, four more on either side. */
export const excerptOf = ({ place }: QuoteFinding, { of }: Checks): string => {
  if (typeof place === 'string') return of.fields[place];
  const block = of.body.blocks[place.block];
  const text = block ? blockText(block) : '';
  const before = text.slice(0, place.start).match(/(?:\S+\s*){0,4}$/u)?.[0] ?? '';
  const behind = text.slice(place.end).match(/^(?:\s*\S+){0,4}/u)?.[0] ?? '';
  const isCut = before.length < place.start;
  const goesOn = place.end + behind.length < text.trimEnd().length;
  return `${isCut ? '… ' : ''}${before}${text.slice(place.start, place.end)}${behind}${goesOn ? ' …' : ''}`;
};
