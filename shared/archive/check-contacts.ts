import { firstWords } from '../quotes/excerpt';
import type { CheckCode, Finding } from './model';
import { overrideOf, quoteWordsDigest } from './check-words';
import { type ContactParts, mediaOnlyKeys, waysIn } from './media-only';
import { placedTexts } from './places';
import type { PublicRelease } from './select';
import type { ArchiveRelease } from './site';

const CODE: CheckCode = 'media-only-contact';

/**
 * A number or an address for the media only that stands in the words of a public release, one finding for each and
 * place: written there it would be on the web. It may be let pass, for the whole of the text it stands in. Standing in
 * the newsroom's own words, which every page has, it may not: the settings are to be changed.
 */
export const checkContacts = (
  parts: Omit<ContactParts, 'open'> & { readonly open: readonly ArchiveRelease[] },
): Finding[] => {
  const keys = mediaOnlyKeys(parts);
  if (keys.size === 0) return [];
  const { organisation, boilerplate } = parts.settings;
  const own = new Map(
    waysIn(`${organisation}\n${boilerplate}`).flatMap(({ key, words }) => (keys.has(key) ? [[key, words]] : [])),
  );
  const known = (text: string): string[] => [
    ...new Map(waysIn(text).flatMap(({ key, words }) => (keys.has(key) ? [[key, words] as const] : []))).values(),
  ];
  return [
    ...parts.gone.flatMap(({ address, reason }) =>
      known(reason).map((words): Finding => ({
        code: CODE,
        release: null,
        headline: address,
        message: `“${words}”, which is for the media only, stands in the reason that the page gives.`,
        quote: null,
        words: null,
        override: null,
      })),
    ),
    ...[...own.values()].map((words): Finding => ({
      code: CODE,
      release: null,
      headline: 'The newsroom’s settings',
      message: `“${words}”, which is for the media only, stands in the words about the organisation.`,
      quote: null,
      settings: 'boilerplate',
      words: null,
      override: null,
    })),
    ...parts.open.flatMap((each) => (each.summary.ways.some((key) => keys.has(key)) ? contactsIn(each, keys) : [])),
  ];
};

const contactsIn = ({ release, corrections, current }: PublicRelease, keys: ReadonlyMap<string, unknown>): Finding[] =>
  [
    ...placedTexts(release),
    ...corrections.map(({ note }) => ({ where: 'in the note on a correction', text: note, at: null })),
  ].flatMap(({ where, text, at }) => {
    const found = new Map(waysIn(text).flatMap(({ key, words }) => (keys.has(key) ? [[key, words] as const] : [])));
    return [...found.values()].map((words) => {
      const digest = quoteWordsDigest(text);
      return {
        code: CODE,
        release: release.id,
        headline: release.headline,
        message: `“${words}”, which is for the media only, stands ${where}.`,
        quote: null,
        ...(at === null ? {} : { at }),
        words: { digest, all: text, first: firstWords(text) },
        override: overrideOf(current.overrides, CODE, digest),
      };
    });
  });
