import type { NewsroomSettings } from '../newsroom/model';
import { emptyRelease } from '../release/empty';
import type { Contact, Release } from '../release/model';
import { blockText } from '../release/text';
import { bundle } from './bundle';
import type { BundleFile } from './model';
import type { PublicRelease } from './select';

/*
 * The proof that nothing withheld is in the bundle. The pages are made of public text alone; this looks at what was made,
 * as if that could not be trusted. Text is taken as words (letters and digits, case and marks folded), and each stretch
 * of SPAN words of a withheld text that is in no public text is searched for in every file, in its raw text and with
 * tags taken out and entities read. Five words in a row are short enough to catch a cut line, and long enough that two texts
 * seldom share them by chance; the search never reads on from one line or block to the next, whose words may meet by chance. A text shorter than that is searched for whole, from two words on.
 */
const SPAN = 5;
const LEAST = 2;

/** A stretch of withheld words found in a file. */
export type Leak = { readonly path: string; readonly release: Release; readonly words: string };

/** What is searched for, and what is public all the same. */
export type ProofParts = {
  readonly secret: readonly Release[];
  readonly open: readonly PublicRelease[];
  readonly settings: NewsroomSettings;
};

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘]/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every stretch of so many words. */
const runsOf = (words: readonly string[], length: number): string[] =>
  words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));

const spans = (text: string): string[] => {
  const words = wordsIn(text);
  return words.length < LEAST ? [] : runsOf(words, Math.min(SPAN, words.length));
};

/** Where the words of a release lead to. */
const linksOf = ({ body, notes }: Release): string[] =>
  [...body, ...notes].flatMap(({ runs }) => runs.flatMap(({ link }) => (link === undefined ? [] : [link])));

/** The texts of a release that its page shows, or would show. */
const pageTexts = (release: Release): string[] => [
  release.headline,
  release.standfirst,
  ...release.body.map(blockText),
  ...release.notes.map(blockText),
  ...release.topics,
  ...release.quotes.flatMap(({ speaker }) => (speaker ? [`${speaker.name} ${speaker.role}`] : [])),
];

/** Every text of a release that must not be seen: also its reference, and words that were approved once. */
const secretTexts = (release: Release): string[] => [
  ...linksOf(release),
  release.headline,
  release.standfirst,
  release.reference,
  ...release.body.map(blockText),
  ...release.notes.map(blockText),
  ...release.topics,
  ...release.quotes.flatMap(({ approvals }) => approvals.map(({ words }) => words)),
];

/** A phone number or an address as shown, and as a telephone link has it. */
const waysOf = ({ phone, email }: Contact): string[] =>
  [phone, phone.replace(/[^+\d]/g, ''), email].filter((way) => way !== '');

/** The ways to reach contacts who are for the media only, and are not public elsewhere. */
const mediaOnlyWays = ({ secret, open, settings }: ProofParts): string[] => {
  const all = [...secret, ...open.map(({ release }) => release), settings].flatMap(({ contacts }) => contacts);
  const isPublic = new Set(
    [...open.flatMap(({ release }) => release.contacts), ...settings.contacts]
      .filter(({ mediaOnly }) => !mediaOnly)
      .flatMap(waysOf),
  );
  isPublic.add(settings.newsEmail);
  const ways = all.filter(({ mediaOnly }) => mediaOnly).flatMap(waysOf);
  return [...new Set(ways)].filter((way) => !isPublic.has(way));
};

/** A public release with nothing left but what frames its words: language, date, place in the archive, contacts. */
const frameOf = ({ release, address, since }: PublicRelease): PublicRelease => {
  const { id, language, dateline } = release;
  const contacts = release.contacts.filter(({ mediaOnly }) => !mediaOnly);
  const notes = [{ type: 'paragraph' as const, runs: [{ text: '–' }] }];
  const frame = { ...emptyRelease(id), language, dateline, contacts, notes };
  return { release: frame, address, since, current: frame };
};

/** What the files say round the words of the releases: headings, links, dates. It is public, whoever wrote it too. */
const frameTexts = (open: readonly PublicRelease[], settings: NewsroomSettings): string[] => {
  const context = { people: [], approvals: settings.approvals };
  const parts = { releases: open.map(frameOf), settings, context, asOf: '', preview: true };
  return [...bundle(parts)].flatMap(({ contents }) => piecesOf(contents));
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const INLINE = /<\/?(?:a|b|em|strong|span)(?:\s[^>]*)?>/g;

/** A page's text as read, block by block: words on both sides of a block's edge do not follow one another. */
const shownBlocks = (text: string): string[] =>
  text
    .replace(INLINE, '')
    .replaceAll('<br>', ' ')
    .split(/<[^>]*>|\n/)
    .map((block) => block.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole));

/** A file's text in the pieces that are searched: its lines as they are, and its blocks as read. */
const piecesOf = (contents: string): string[] => [
  ...contents.split('\n').map((line) => line.replace(/\\(?:u[0-9a-f]{4}|[bfnrt])/g, ' ')),
  ...shownBlocks(contents),
];

/** Takes from `forbidden` all that stands in a text, at every length that is searched for. */
const allow = (forbidden: Map<string, Release>, lengths: readonly number[], text: string): void => {
  const words = wordsIn(text);
  for (const length of lengths) for (const span of runsOf(words, length)) forbidden.delete(span);
};

const lengthsOf = (forbidden: ReadonlyMap<string, Release>): number[] => [
  ...new Set([...forbidden.keys()].map((span) => span.split(' ').length)),
];

/**
 * The stretches of withheld words that are in no public text. A working text is first held against its own frozen one,
 * so that what is kept at once does not grow with the archive; then each public text is read once.
 */
const forbiddenSpans = ({ secret, open, settings }: ProofParts): Map<string, Release> => {
  const published = new Map(open.map(({ release }) => [release.id, release]));
  const forbidden = new Map<string, Release>();
  for (const release of secret) {
    const own = new Map(secretTexts(release).flatMap((text) => spans(text).map((span) => [span, release] as const)));
    const twin = published.get(release.id);
    if (twin) for (const text of [...pageTexts(twin), ...linksOf(twin)]) allow(own, lengthsOf(own), text);
    for (const [span] of own) forbidden.set(span, release);
  }
  const lengths = lengthsOf(forbidden);
  if (lengths.length === 0) return forbidden;
  for (const { release } of open)
    for (const text of [...pageTexts(release), ...linksOf(release)]) allow(forbidden, lengths, text);
  const around = [settings.boilerplate, settings.organisation, ...frameTexts(open, settings)];
  for (const text of new Set(around)) allow(forbidden, lengths, text);
  return forbidden;
};

/** Searches every file, and its path, for what must not be there: one look-up for each word and length. */
export const prove = (files: readonly BundleFile[], parts: ProofParts): Leak[] => {
  const { secret, open, settings } = parts;
  const openTexts = [...open.flatMap(({ release }) => pageTexts(release)), settings.boilerplate, settings.organisation];
  const forbidden = forbiddenSpans(parts);
  const lengths = lengthsOf(forbidden);
  const ways = mediaOnlyWays(parts).filter((way) => !openTexts.some((text) => text.includes(way)));
  const published = new Set(open.map(({ release }) => release.id));
  const ids = secret.filter(({ id }) => !published.has(id));
  const owner = secret[0] ?? open[0]?.release;

  return files.flatMap(({ path, contents }) => {
    const leaks: Leak[] = [];
    for (const text of [path, ...piecesOf(contents)]) {
      const words = lengths.length === 0 ? [] : wordsIn(text);
      for (const length of lengths)
        for (const span of runsOf(words, length)) {
          const release = forbidden.get(span);
          if (release) leaks.push({ path, release, words: span });
        }
      for (const way of ways) if (owner && text.includes(way)) leaks.push({ path, release: owner, words: way });
    }
    for (const release of ids)
      if (path.includes(release.id) || contents.includes(release.id)) leaks.push({ path, release, words: release.id });
    return leaks;
  });
};
