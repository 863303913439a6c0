/** What a release is. Every offset in this file counts UTF-16 code units, as JavaScript strings do. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type ReleaseId = Branded<'ReleaseId'>;
export type QuoteId = Branded<'QuoteId'>;
export type PersonId = Branded<'PersonId'>;
/** SHA-256, 64 lower-case hex digits, of the canonical bytes of a release: names a version's object. */
export type VersionHash = Branded<'VersionHash'>;
/** A file of a release's `media/`: `<SHA-256 of its bytes, 64 lower-case hex digits>.<jpg, png, gif or webp>`. */
export type MediaName = Branded<'MediaName'>;

/** An instant in UTC as `Date.prototype.toISOString` writes it. */
export type Instant = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** A BCP 47 language tag, such as `en-GB` or `cy`. */
export type LanguageTag = string;

/** A stretch of text with one look. `\n` in `text` is a line break within the block. No run is empty. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** An absolute http, https, mailto or tel address. */
  readonly link?: string;
  /** The language of this part, where it is not the release's. */
  readonly language?: LanguageTag;
};

export type Paragraph = { readonly type: 'paragraph'; readonly runs: readonly Run[] };
export type Heading = { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly Run[] };
/** The deepest that an item of a list can stand. */
export const DEEPEST_ITEM = 8;

/** Neighbouring items of the same `list` form one list; `depth` counts from 0, and ends at `DEEPEST_ITEM`. */
export type ListItem = {
  readonly type: 'list-item';
  readonly list: 'bulleted' | 'numbered';
  readonly depth: number;
  readonly runs: readonly Run[];
};
export type BlockQuote = { readonly type: 'block-quote'; readonly runs: readonly Run[] };
/** An image; its words are the caption. */
export type ImageBlock = {
  readonly type: 'image';
  readonly file: MediaName;
  /** Of the picture as it is seen, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for those who do not see it. Empty where it is not written yet, or decorative. */
  readonly alternative: string;
  /** It says nothing that the text does not: readers who do not see it miss nothing. */
  readonly decorative?: true;
  readonly credit: string;
  readonly runs: readonly Run[];
};
/** The caption of the table whose rows follow. */
export type TableCaption = { readonly type: 'table-caption'; readonly runs: readonly Run[] };
/**
 * A row of a table: its cells are parted by U+0009 in the text. Neighbouring rows are one table, which begins anew at a
 * caption and at a header after a row that is none.
 */
export type TableRow = {
  readonly type: 'table-row';
  /** Its cells head the columns. */
  readonly header?: true;
  /** Its first cell heads the row. */
  readonly rowHeader?: true;
  readonly runs: readonly Run[];
};
export type Block = Paragraph | Heading | ListItem | BlockQuote | ImageBlock | TableCaption | TableRow;

/** Part of one block's text: `block` is an index into `body`, `start` and `end` are UTF-16 offsets, end exclusive. */
export type Range = { readonly block: number; readonly start: number; readonly end: number };

export type Approval = {
  /** `quoteDigest` of the words, the speaker and the role's text. */
  readonly digest: string;
  /** The exact words that were approved, quote marks included, paragraphs joined by `\n`. */
  readonly words: string;
  readonly speaker: string;
  readonly role: string;
  /** Who gave the approval. */
  readonly approvedBy: string;
  readonly how: 'phone' | 'email' | 'in person' | 'paper code';
  readonly at: Instant;
  /** Who wrote it down here, as stated at first start. */
  readonly recordedBy: string;
};

/** A speaker set or accepted by a person. */
export type Speaker = {
  readonly person: PersonId | null;
  readonly name: string;
  /** The role's text on the release's date, or as set by hand for this quote. May be empty. */
  readonly role: string;
  readonly setBy: string;
  readonly at: Instant;
};

/** A quote on which a human fact hangs. What is merely found is computed, never stored. */
export type StoredQuote = {
  readonly id: QuoteId;
  /** One range a paragraph, in reading order, quote marks included. Empty: the words are no longer in the text. */
  readonly ranges: readonly Range[];
  /** The span was drawn by a person: do not fit it to the marks. */
  readonly spanByHand?: true;
  readonly notAQuote?: true;
  readonly speaker: Speaker | null;
  /** All approvals ever recorded, oldest first. */
  readonly approvals: readonly Approval[];
};

export type Contact = {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
  /** Never on the web. */
  readonly mediaOnly: boolean;
};

/** The instant before which nothing of the release may be public; `zone` is the IANA zone it was entered in. */
export type Embargo = { readonly instant: Instant; readonly zone: string };

export type ReleaseState =
  'working' | 'in review' | 'agreed' | 'published' | 'corrected' | 'withdrawn' | 'replaced' | 'removed';

/** What a person did with a release after it was published. */
export type AfterPublication = {
  readonly at: Instant;
  readonly by: string;
} & (
  | {
      /** `version`: the frozen text that took the place of the one before; `note`: what readers are told. */
      readonly kind: 'corrected';
      readonly version: VersionHash;
      readonly note: string;
      /** The frozen text whose place it took, which readers may read on. */
      readonly earlier?: VersionHash;
      /** What was public until then, and before, is not to be read any more. */
      readonly withoutEarlier?: true;
    }
  | { readonly kind: 'minor'; readonly version: VersionHash }
  /** The address stays, with a notice and this reason. */
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'replaced'; readonly reason: string; readonly release: ReleaseId }
  /** The text was erased; the address says so, with this reason. */
  | { readonly kind: 'removed'; readonly reason: string }
);
export type CorrectedAct = Extract<AfterPublication, { readonly kind: 'corrected' }>;

/** A change of a published release that was begun and is not public yet: until then the text before it is. */
export type OpenChange = {
  /** `corrected`: readers are told, by `note`. `minor`: nothing is changed that they would have to be told. */
  readonly kind: 'corrected' | 'minor';
  readonly by: string;
  readonly at: Instant;
  /** Empty for `minor`. */
  readonly note: string;
  /** The wording from before is not to be read once the change is public: it names somebody, or is dangerous. */
  readonly withoutEarlier?: true;
};

/** An address at which a release stood while it was public, and until when. It leads to where the release stands now. */
export type FormerAddress = { readonly address: string; readonly until: Instant; readonly by: string };

/** The human act of publishing: freezes the text (`version` names the frozen object) and the address. */
export type Publication = {
  readonly by: string;
  readonly at: Instant;
  readonly version: VersionHash;
  /** The page's place in the archive, `news/2026/11/slug.html` or the one it had before Standfirst; kept until a person changes it. */
  readonly address: string;
  /** Since when it is public, as it was when a change was begun: an embargo set from then on takes nothing back. Left out before that. */
  readonly since?: Instant;
  /** Where it stood before, oldest first; each answers for ever. */
  readonly formerly?: readonly FormerAddress[];
  /** What was done since, oldest first. `version` above is always the text that is public now. */
  readonly after: readonly AfterPublication[];
  /** While it is set the working text may be edited; what is public stays `version`. */
  readonly change: OpenChange | null;
};

/**
 * A named person lets something pass a check. `check` and `digest` say what: a check's code, and the digest of the words at
 * that moment; where the check is of a quote's approval, of its words, speaker and role. One that bound the words of a
 * quote alone, as they all did once, lets no such quote pass: it has to be given again.
 */
export type Override = {
  readonly check: string;
  readonly digest: string;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
};

export const RELEASE_FORMAT = 3;

export type Release = {
  readonly format: typeof RELEASE_FORMAT;
  readonly id: ReleaseId;
  readonly state: ReleaseState;
  readonly reference: string;
  readonly language: LanguageTag;
  readonly headline: string;
  readonly standfirst: string;
  /** `date` may be empty while the release is being written. */
  readonly dateline: { readonly place: string; readonly date: Day | '' };
  readonly embargo: Embargo | null;
  readonly topics: readonly string[];
  readonly body: readonly Block[];
  /** Notes to editors; on the web, Background. */
  readonly notes: readonly Block[];
  readonly contacts: readonly Contact[];
  readonly quotes: readonly StoredQuote[];
  readonly overrides: readonly Override[];
  readonly publication: Publication | null;
  /**
   * Set where it was published before it came to Standfirst: a digest (`beforeDigest`) of each text of that publication in
   * which a quote may stand. What still stands in these words needs no approval now.
   */
  readonly before?: readonly string[];
};

/** Whether a release is not published yet, by its state. */
export const isDraft = ({ state }: Pick<Release, 'state'>): boolean =>
  state === 'working' || state === 'in review' || state === 'agreed';

/** Whether a release was public and is no more, by its state. */
export const isGone = <Given extends Pick<Release, 'state'>>(
  release: Given,
): release is Given & { readonly state: 'withdrawn' | 'replaced' | 'removed' } =>
  release.state === 'withdrawn' || release.state === 'replaced' || release.state === 'removed';

/** Whether the working text may be edited: before publication, and while a change of what is published is open. */
export const isEditable = ({ state, publication }: Pick<Release, 'state' | 'publication'>): boolean =>
  isDraft({ state }) || ((state === 'published' || state === 'corrected') && (publication?.change ?? null) !== null);
