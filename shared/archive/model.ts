import type { Instant, ReleaseId } from '../release/model';
import type { TextPlace } from './places';

/** A file of the bundle: `path` relative, `/` between parts, plain ASCII; `contents` is text, written as UTF-8. */
export type BundleFile = {
  readonly path: string;
  readonly contents: string;
  /**
   * All that the contents depend on but the newsroom's settings and people: of two bundles with the same of these, the
   * files at a path with the same key are the same. Left out where that is not known.
   */
  readonly key?: string;
};

/** A file that is made only when its contents are asked for, each time anew. */
export const madeFile = (path: string, key: string, make: () => string): BundleFile => new MadeFile(path, key, make);

class MadeFile implements BundleFile {
  constructor(
    readonly path: string,
    readonly key: string,
    private readonly make: () => string,
  ) {}
  get contents(): string {
    return this.make();
  }
}

export type CheckCode =
  | 'quote-no-speaker'
  | 'quote-needs-approval'
  | 'quote-changed'
  | 'quote-outside-body'
  | 'media-only-contact'
  | 'image-not-described'
  | 'image-missing'
  | 'missing-headline'
  | 'missing-date'
  | 'missing-standfirst'
  | 'placeholder-left'
  | 'embargo-line'
  | 'dead-link'
  | 'same-address'
  | 'lost-address'
  | 'frozen-text-altered'
  | 'template-broken'
  | 'look-unreadable'
  | 'withheld-text-found';

/** Words that a check stops at. An override is bound to their digest. */
export type FindingWords = {
  readonly digest: string;
  /** All of them, paragraphs parted by `\n`: who lets them pass must see each one. */
  readonly all: string;
  /** The first few, for a line. */
  readonly first: string;
};

/** Something that stops the export, with its place. */
export type Finding = {
  readonly code: CheckCode;
  /** Null where its folder could not be read, and for the newsroom's own words. */
  readonly release: ReleaseId | null;
  readonly headline: string;
  /** A whole sentence. */
  readonly message: string;
  /** The quote in the body that it is about, to go to. */
  readonly quote: { readonly key: string; readonly block: number } | null;
  /** Where in the release it stands, to go to; left out where it is about no one place, or about a quote. */
  readonly at?: TextPlace;
  /** What of the newsroom's settings it is about, to go to. */
  readonly settings?: 'boilerplate' | 'look';
  /** The words that a person may let pass; null where nobody may. */
  readonly words: FindingWords | null;
  /** Who let it pass and why; null: it stops the export. */
  readonly override: { readonly by: string; readonly reason: string } | null;
};

export type Withheld = {
  readonly release: ReleaseId;
  readonly headline: string;
  readonly why: 'embargoed' | 'not published' | 'withdrawn' | 'replaced' | 'removed';
  readonly until: Instant | null;
};

/** What an export does, in order: releases read and checked; files made and searched; those read again and put in place. */
export const EXPORT_STAGES = ['reading', 'making', 'placing'] as const;
/** How far an export is. */
export type ExportProgress = {
  readonly doing: (typeof EXPORT_STAGES)[number];
  readonly done: number;
  readonly of: number;
};

/** What a page of the website that is a release's own shows: the release, or that it is no more. */
export type ReleasePageInfo = {
  readonly path: string;
  readonly headline: string;
  readonly kind: 'release' | 'corrected' | 'withdrawn' | 'replaced' | 'removed';
};

/** What an export did, or with `--plan` would do. */
export type ExportReport = {
  readonly asOf: Instant;
  readonly preview: boolean;
  readonly written: boolean;
  readonly folder: string | null;
  /** Paths, sorted. */
  readonly files: readonly string[];
  readonly changes: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
    readonly same: number;
  };
  /** Of the pages that are new or changed, those of single releases. */
  readonly pages: readonly ReleasePageInfo[];
  readonly withheld: readonly Withheld[];
  readonly findings: readonly Finding[];
  /** Sentences: what was left out for want of a setting, and the like. */
  readonly notes: readonly string[];
};
