import { firstWords } from '../quotes/excerpt';
import { overrideOf, quoteWordsDigest } from './check-words';
import type { CheckCode, Finding } from './model';
import { type TextPlace, placedTexts } from './places';
import { type PublicRelease, isAsBefore } from './select';
import type { ArchiveRelease } from './site';

const CODE: CheckCode = 'dead-link';

/** What the archive alone stands for below the site's address: other pages may stand beside it, of which it knows nothing. */
const OWN = /^(?:news|topics|people|media|search|sitemaps)(?:\/|$)/;

/**
 * The path in the archive that an address leads to, `news/2026/11/index.html` for a folder; null where it leads elsewhere.
 * `siteAddress` has no slash at its end.
 */
export const pathInArchive = (address: string, siteAddress: string): string | null => {
  const bare = (text: string): string => text.replace(/^https?:\/\/(?:www\.)?/i, '').toLowerCase();
  if (siteAddress === '' || !/^https?:/i.test(address)) return null;
  const [base, whole] = [bare(siteAddress), bare(address)];
  if (!whole.startsWith(`${base}/`)) return null;
  const path = whole.slice(base.length + 1).replace(/[?#].*$/s, '');
  if (!OWN.test(path)) return null;
  return path.endsWith('/') || !/\.[a-z0-9]+$/.test(path) ? `${path.replace(/\/$/, '')}/index.html` : path;
};

type Links = {
  readonly release: PublicRelease;
  readonly path: string;
  readonly text: string;
  readonly where: string;
} & {
  readonly at: TextPlace;
};

/** Every link of the releases that leads into the archive. Those of a text from before Standfirst led where they did then. */
const linksInto = (releases: readonly ArchiveRelease[], siteAddress: string): Links[] =>
  siteAddress === ''
    ? []
    : releases.flatMap((release) =>
        release.summary.links && !isAsBefore(release)
          ? placedTexts(release.release).flatMap(({ text, where, at }) => {
              const path = where.startsWith('in the link') ? pathInArchive(text, siteAddress) : null;
              return path === null ? [] : [{ release, path, text, where, at }];
            })
          : [],
      );

/**
 * Links in public releases that lead to a page of the archive which is not there. `paths` gives every path of the bundle,
 * and is asked only where a link leads into the archive at all. A link may be let pass, by its address.
 */
export const checkLinks = (
  releases: readonly ArchiveRelease[],
  siteAddress: string,
  paths: () => Iterable<string>,
): Finding[] => {
  const links = linksInto(releases, siteAddress);
  if (links.length === 0) return [];
  const there = new Set(paths());
  return links.flatMap(({ release: { release, current }, path, text, where, at }) => {
    if (there.has(path)) return [];
    const digest = quoteWordsDigest(text);
    return [
      {
        code: CODE,
        release: release.id,
        headline: release.headline,
        message: `${text}, ${where}, leads to a page that is not in the archive.`,
        quote: null,
        at,
        words: { digest, all: text, first: firstWords(text) },
        override: overrideOf(current.overrides, CODE, digest),
      },
    ];
  });
};
