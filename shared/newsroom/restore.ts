import { laterEmbargo } from '../release/embargo';
import type { Approval, Contact, Release, StoredQuote } from '../release/model';
import { isSame } from '../same';
import { carryOn } from '../unknown';

/**
 * The release that comes of bringing an older text back. In: the release as it stands, and the older one. Out: the older
 * text; state, publication, overrides and what was public before as they stand; and every approval that was ever recorded. An approval binds
 * words: it holds again where they are the same, so none is lost by going back. A quote that the older text does not
 * have, and that carries approvals, is kept with no place in the text. So is what is unknown in either. Of two embargoes the
 * later one holds, and who is for the media only by now stays so: a text that is brought back lets nothing out.
 */
export const restoredFrom = (now: Release, older: Release): Release => {
  const known = new Map(now.quotes.map((quote) => [quote.id, quote]));
  const old = new Set(older.quotes.map((quote) => quote.id));
  const quotes: readonly StoredQuote[] = [
    ...older.quotes.map((quote) => ({
      ...quote,
      approvals: joined(quote.approvals, known.get(quote.id)?.approvals ?? []),
    })),
    ...now.quotes
      .filter((quote) => !old.has(quote.id) && quote.approvals.length > 0)
      .map((quote) => ({ ...quote, ranges: [] })),
  ];
  const { state, publication, overrides, before } = now;
  const embargo = laterEmbargo(now.embargo, older.embargo);
  const isMediaOnly = (contact: Contact): boolean =>
    now.contacts.some((each) => each.mediaOnly && isSame({ ...each, mediaOnly: contact.mediaOnly }, contact));
  const contacts = older.contacts.map((each) => (isMediaOnly(each) ? { ...each, mediaOnly: true } : each));
  const fixed = { state, publication, overrides, embargo, contacts, ...(before === undefined ? {} : { before }) };
  return carryOn({ ...older, quotes, ...fixed }, now, older);
};

const keyOf = (approval: Approval): string => JSON.stringify(Object.entries(approval).sort());

/** Both lists, each approval once, oldest first. */
const joined = (a: readonly Approval[], b: readonly Approval[]): readonly Approval[] => {
  const has = new Set(a.map(keyOf));
  return [...a, ...b.filter((approval) => !has.has(keyOf(approval)))].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
};
