import { isSame } from '../../shared/same';

/** A form upon what was saved elsewhere meanwhile: what was typed since it stood as `first` stays, the rest is theirs. */
export const typedUpon = <Draft extends Readonly<Record<string, unknown>>>(
  theirs: Draft,
  typed: Draft,
  first: Draft,
): Draft => {
  const changed = Object.entries(typed).filter(([field, value]) => !isSame(value, first[field]));
  return { ...theirs, ...Object.fromEntries(changed) };
};
