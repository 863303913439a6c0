import type { ResolveContext } from '../quotes/resolve';
import { newAddress } from '../release/address';
import type { Instant, Release } from '../release/model';
import { dayOf } from './dates';
import { releasePage } from './release-page';
import { type PublicRelease, asPublic } from './select';
import { makeSite, withQuotes } from './site';
import { archiveCss } from './style';
import type { ArchiveSettings } from './theme';

/** A release's page as readers would have it, and the style by which it looks. */
export type WebCopy = {
  /** Where the page lies below the archive's root, from which its links lead: `news/2026/11/slug.html`. */
  readonly address: string;
  readonly html: string;
  /** The root's `archive.css`. */
  readonly css: string;
};

type Parts = {
  /** The text that readers have or would have; `current` is the release as it is now, with its publication. */
  readonly text: Release;
  readonly current: Release;
  readonly settings: ArchiveSettings;
  readonly context: ResolveContext;
  /** Now: what is not published yet is shown as if it were published at this instant. */
  readonly at: Instant;
};

/**
 * The page of one release by itself, made as the export makes it, for looking at before or after publication. Nothing
 * is withheld and nothing checked: it is never to be handed out.
 */
export const webCopy = ({ text, current, settings, context, at }: Parts): WebCopy => {
  const shown = shownRelease(text, current, at, settings.zone);
  const [release] = withQuotes([shown], context);
  const site = makeSite({ settings, preview: false, gone: [], releases: release === undefined ? [] : [release] });
  return {
    address: shown.address,
    html: release === undefined ? '' : releasePage(site, release),
    css: archiveCss(settings),
  };
};

const shownRelease = (text: Release, current: Release, at: Instant, zone: string): PublicRelease => {
  const { publication } = current;
  if (publication !== null) return asPublic({ current, frozen: text }, publication, publication.at);
  const date = text.dateline.date === '' ? dayOf(at, zone) : text.dateline.date;
  const address = newAddress({ headline: text.headline, dateline: { ...text.dateline, date } }, new Set());
  return asPublic({ current, frozen: text }, { address, after: [] }, at);
};
