import type { CurrentFacts, PublishedRelease, ReleaseFacts } from '../newsroom/model';
import {
  type AfterPublication,
  type CorrectedAct,
  type Instant,
  type LanguageTag,
  type Publication,
  type Release,
  type VersionHash,
  isDraft,
  isGone,
} from '../release/model';
import { earlierPath } from '../release/address';
import { laterEmbargo, publicSince } from '../release/embargo';
import type { Withheld } from './model';

/** What readers are told of a text that was changed after it was public. */
export type Correction = {
  readonly at: Instant;
  readonly note: string;
  /** What was public until then; null where readers cannot have it. */
  readonly earlier: { readonly version: VersionHash; readonly text: Release } | null;
};

/** A release that may be public: its frozen text, and what publication says of it. */
export type PublicRelease = {
  /** Where the texts lie on the disk they are read when they are asked for; what lists need is in `facts`. */
  readonly release: Release;
  readonly facts: ReleaseFacts;
  /** `news/2026/11/slug.html`. */
  readonly address: string;
  /** Where it stood while it was public, and where wordings stood that are not to be read any more: all lead to `address`. */
  readonly formerly: readonly string[];
  /** When it became public: its publication, or the end of its embargo where that is later. */
  readonly since: Instant;
  /** When its text was last changed for readers; `since` where it never was. */
  readonly updated: Instant;
  /** Oldest first; those from before it was public are none of the readers' business. */
  readonly corrections: readonly Correction[];
  readonly current: Release;
  readonly currentFacts: CurrentFacts;
  /** The hash of the working text's bytes; null where it is not known. */
  readonly hash: string | null;
  /** See `PublishedRelease`. */
  readonly chain: string | null;
};

/** A public release of which both texts are at hand. */
export const atHand = (given: Omit<PublicRelease, 'facts' | 'currentFacts' | 'hash'>): PublicRelease => ({
  ...given,
  facts: given.release,
  currentFacts: given.current,
  hash: null,
});

/** A release that was public and is not any more. Its address answers, with why, and with no word of its text. */
export type GoneRelease = {
  readonly address: string;
  /** See `PublicRelease`. */
  readonly formerly: readonly string[];
  readonly language: LanguageTag;
  readonly kind: 'withdrawn' | 'replaced' | 'removed';
  readonly at: Instant;
  readonly reason: string;
  /** The address of what took its place; null for other kinds, and where that is not public itself. */
  readonly to: string | null;
};

/** Whether readers have it in the very text that was public before Standfirst: what it lacks it lacked then. */
export const isAsBefore = ({ release, since, updated }: PublicRelease): boolean =>
  release.before !== undefined && updated === since;

export type Selection = {
  /** Newest first. */
  readonly public: readonly PublicRelease[];
  /** Sorted by address. */
  readonly gone: readonly GoneRelease[];
  /** The texts that readers had of those, as far as they are not erased. No word of them is to be read any more. */
  readonly former: readonly FormerText[];
  readonly withheld: readonly Withheld[];
  /** Those that were published and are not public. */
  readonly closed: readonly PublishedRelease[];
  /** Those that were public by the texts frozen at publication and are in neither: their addresses would answer no more. */
  readonly lost: readonly LostRelease[];
};

/** A release that is withheld though it was public, and every address at which readers had it or something of it. */
export type LostRelease = Pick<Withheld, 'release' | 'headline' | 'why'> & {
  readonly address: string;
  readonly addresses: readonly string[];
};

/** A text that readers had and have no more, and since when. */
export type FormerText = { readonly text: Release; readonly since: Instant };

/** The texts from before a release's corrections, oldest first. */
export const formerTexts = ({ since, corrections }: PublicRelease): readonly FormerText[] =>
  corrections
    .flatMap(({ earlier }, index) =>
      earlier === null ? [] : [{ text: earlier.text, since: corrections[index - 1]?.at ?? since }],
    )
    // What stood before the first of them is not known: what it says may have stood there since the beginning.
    .map((each, index) => (index === 0 ? { ...each, since } : each));

/** Since when readers have a release's text as it is, as far as the texts before it are known. */
export const textSince = (each: PublicRelease): Instant =>
  each.corrections.some(({ earlier }) => earlier !== null) ? (each.corrections.at(-1)?.at ?? each.since) : each.since;

/** Every address that answers for a release that is or was public: its page, and what leads to it. */
export const addressesOf = (each: PublicRelease | GoneRelease): readonly string[] => [
  each.address,
  ...each.formerly,
  ...('corrections' in each
    ? each.corrections.flatMap(({ earlier }, index) => (earlier === null ? [] : [earlierPath(each.address, index)]))
    : []),
];

/** One published release as the gate judges it. */
type Judged =
  | { readonly kind: 'public'; readonly release: PublicRelease }
  | ({ readonly kind: 'gone'; readonly by: GoneAct; readonly current: Release } & Pick<
      GoneRelease,
      'address' | 'formerly'
    > &
      Pick<Selection, 'former'>)
  | { readonly kind: 'withheld'; readonly why: Withheld; readonly lost: readonly string[] };
type GoneAct = Extract<AfterPublication, { readonly kind: GoneRelease['kind'] }>;
const ENDS: ReadonlySet<AfterPublication['kind']> = new Set<GoneRelease['kind']>(['withdrawn', 'replaced', 'removed']);

/**
 * The one gate to the archive: what may be public as of an instant. Only text frozen at publication passes, never the
 * working text, and nothing before its embargo's instant: the one frozen with it or one set since, whichever is later.
 * A release whose state went back to one in which it is written is not published. All else is withheld, with why. What
 * was done after publication holds for an `asOf` from before it too: a text that was taken back does not come out again.
 */
export const select = (
  published: readonly PublishedRelease[],
  unpublished: readonly Release[],
  asOf: Instant,
): Selection => {
  const now = Date.parse(asOf);
  const judged = published.map((each) => judge(each, now));
  const open = judged.flatMap((each) => (each.kind === 'public' ? [each.release] : []));
  const out = judged.filter((each) => each.kind === 'gone');
  const places = new Map<string, string>([
    ...open.map(({ currentFacts, address }) => [currentFacts.id, address] as const),
    ...out.map(({ current, address }) => [current.id, address] as const),
  ]);
  const gone = out.map(({ by, current, address, formerly }): GoneRelease => {
    const { kind, at, reason } = by;
    const to = by.kind === 'replaced' ? (places.get(by.release) ?? null) : null;
    return { address, formerly, language: current.language, kind, at, reason, to: to === address ? null : to };
  });
  const kept = judged.flatMap((each) => (each.kind === 'withheld' ? [each] : []));
  const withheld = [
    ...unpublished.map((release) => withhold(release, 'not published')),
    ...kept.map(({ why }) => why),
    ...out.map(({ current, by }) => withhold(current, by.kind)),
  ];
  return {
    public: open.sort(newestFirst),
    gone: gone.sort((a, b) => order(a.address, b.address)),
    withheld: withheld.sort((a, b) => order(a.release, b.release)),
    former: out.flatMap(({ former }) => former),
    closed: published.filter((_, index) => judged[index]?.kind !== 'public'),
    lost: kept.flatMap(({ why: { release, headline, why }, lost: [address, ...others] }) =>
      address === undefined ? [] : [{ release, headline, why, address, addresses: [address, ...others] }],
    ),
  };
};

const judge = (published: PublishedRelease, asOf: number): Judged => {
  const { current, frozen } = published.light ?? published;
  const { publication } = current;
  const embargo = laterEmbargo(frozen.embargo, current.embargo);
  const isOut = publication !== null && hasCome(publication.at, asOf);
  if (!isOut) return { kind: 'withheld', why: withhold(frozen, 'not published'), lost: [] };
  const { address, after } = publication;
  const since = publicSince(publication, embargo);
  const formerly = placesBefore(publication);
  const wasOut = hasCome(publicSince(publication, frozen.embargo), asOf) ? placesEver(publication) : [];
  if (isDraft(current)) return { kind: 'withheld', why: withhold(frozen, 'not published'), lost: wasOut };
  if (isGone(current)) {
    const by = after.findLast((act): act is GoneAct => act.kind === current.state);
    // What was taken back before it was ever public has no page, whatever was done with it later: nobody knows its address.
    const ended = after.find(({ kind }) => ENDS.has(kind));
    return by !== undefined && ended !== undefined && hasCome(since, Date.parse(ended.at)) && hasCome(since, asOf)
      ? {
          kind: 'gone',
          by,
          current: published.current,
          address,
          formerly: [...formerly, ...wordingsBefore(publication, since, () => true)],
          former: textsUntil(ended.at, asPublic(published, publication, since)),
        }
      : { kind: 'withheld', why: withhold(frozen, current.state), lost: by === undefined ? wasOut : [] };
  }
  const until = [embargo?.instant ?? since, since].find((each) => !hasCome(each, asOf));
  if (until !== undefined) return { kind: 'withheld', why: withhold(frozen, 'embargoed', until), lost: wasOut };
  return { kind: 'public', release: asPublic(published, publication, since) };
};

/** All texts of a release that readers had until an instant, oldest first. */
const textsUntil = (end: Instant, each: PublicRelease): readonly FormerText[] => [
  ...formerTexts(each),
  ...(hasCome(each.updated, Date.parse(end)) ? [{ text: each.release, since: textSince(each) }] : []),
];

/** A published text as readers have it since an instant: with what they are told of its changes since. */
export const asPublic = (
  published: PublishedRelease,
  publication: Pick<Publication, 'address' | 'after' | 'formerly'>,
  since: Instant,
): PublicRelease => {
  const { address, after } = publication;
  const { earlier, light: { frozen } = published } = published;
  const acts = correctionsSince(after, since);
  const hidden = acts.findLastIndex(({ withoutEarlier }) => withoutEarlier);
  const corrections = acts.map((act, index): Correction => {
    const text = act.earlier === undefined || index <= hidden ? undefined : earlier?.get(act.earlier);
    const wasPublic = text !== undefined && isBefore(since, act.at) && wasOutBefore(text, act.at);
    // Its own text came out when that one's embargo ended, if it had one: readers had the one before until then.
    const own = index === acts.length - 1 ? frozen : earlier?.get(acts[index + 1]?.earlier ?? ('' as VersionHash));
    const at = publicSince({ at: act.at }, own?.embargo ?? null);
    return { at, note: act.note, earlier: wasPublic ? { version: act.earlier as VersionHash, text } : null };
  });
  const shown = after.filter(({ at }) => !isBefore(at, since));
  const last = shown.findLast(({ kind }) => kind === 'corrected' || kind === 'minor')?.at ?? since;
  const updated = publicSince({ at: last }, frozen.embargo);
  const retired = wordingsBefore(publication, since, (index) => corrections[index]?.earlier === null);
  const formerly = [...placesBefore(publication), ...retired];
  return new Opened(published, { address, formerly, since, updated, corrections });
};

/** A public release, of which the texts are not asked for before somebody asks. A class: there are many, and these are small. */
class Opened implements PublicRelease {
  readonly facts: ReleaseFacts;
  readonly currentFacts: CurrentFacts;
  readonly hash: string | null;
  readonly chain: string | null;
  readonly address: string;
  readonly formerly: readonly string[];
  readonly since: Instant;
  readonly updated: Instant;
  readonly corrections: readonly Correction[];
  constructor(
    private readonly published: PublishedRelease,
    told: Pick<PublicRelease, 'address' | 'formerly' | 'since' | 'updated' | 'corrections'>,
  ) {
    const { light, chain = null } = published;
    this.facts = light?.frozen ?? published.frozen;
    this.currentFacts = light?.current ?? published.current;
    this.hash = light?.hash ?? null;
    this.chain = chain;
    this.address = told.address;
    this.formerly = told.formerly;
    this.since = told.since;
    this.updated = told.updated;
    this.corrections = told.corrections;
  }
  get release(): Release {
    return this.published.frozen;
  }
  get current(): Release {
    return this.published.current;
  }
}

/** The corrections that readers are told of: those from before it was public are none of theirs. */
const correctionsSince = (after: readonly AfterPublication[], since: Instant): readonly CorrectedAct[] =>
  after.filter((act): act is CorrectedAct => act.kind === 'corrected' && !isBefore(act.at, since));

/** Where a release stood before, without the place that it has again. */
const placesBefore = ({ address, formerly = [] }: Pick<Publication, 'address' | 'formerly'>): readonly string[] => [
  ...new Set(formerly.map((each) => each.address).filter((each) => each !== address)),
];

/** Every address at which a release or something of it stands or may have stood, its own first. */
export const placesEver = (publication: Publication): readonly string[] => [
  publication.address,
  ...placesBefore(publication),
  ...wordingsBefore(publication, publicSince(publication, null), () => true),
];

/**
 * Where wordings from before its corrections stood and stand no more: all those at an address from before, and of those
 * at its address the ones that `isRetired` says, by the correction's index.
 */
const wordingsBefore = (
  { address, after, formerly = [] }: Pick<Publication, 'address' | 'after' | 'formerly'>,
  since: Instant,
  isRetired: (index: number) => boolean,
): readonly string[] => {
  const wordings = correctionsSince(after, since).flatMap(({ at, earlier }, index) =>
    earlier === undefined ? [] : [{ at, index }],
  );
  const before = formerly
    .filter((each) => each.address !== address)
    .flatMap((each) =>
      wordings.filter(({ at }) => isBefore(at, each.until)).map(({ index }) => earlierPath(each.address, index)),
    );
  const here = wordings.filter(({ index }) => isRetired(index)).map(({ index }) => earlierPath(address, index));
  return [...new Set([...before, ...here])];
};

/** Whether a text's own embargo, if it had one, had ended before an instant. */
const wasOutBefore = ({ embargo }: Release, at: Instant): boolean => embargo === null || isBefore(embargo.instant, at);

/** Whether an instant has come. One that cannot be read never has: what is not known to be public is withheld. */
const hasCome = (instant: Instant, asOf: number): boolean => Date.parse(instant) <= asOf;
const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By when they became public, whatever date they bear: one that is dated back is no less new, and moves none of the others. */
const newestFirst = (a: PublicRelease, b: PublicRelease): number =>
  order(b.since, a.since) || order(b.facts.dateline.date, a.facts.dateline.date) || order(a.address, b.address);

const withhold = (
  release: Pick<Release, 'id' | 'headline'>,
  why: Withheld['why'],
  until: Instant | null = null,
): Withheld => ({
  release: release.id,
  headline: release.headline,
  why,
  until,
});
