import type { Approval, Day, Embargo, Instant, LanguageTag, QuoteId, ReleaseId } from '../release/model';

/** How a sheet left the office. */
export const SHEET_FORMS = ['print', 'pdf', 'e-mail', 'text'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

/** One quote of a sheet that was issued. Its words are in the text that the same line of the history names. */
export type IssuedQuote = {
  readonly quote: QuoteId;
  readonly digest: string;
  /** The whole code (`wholeCode`), of which the beginning was printed. */
  readonly code: string;
};

/** What the history keeps of a sheet that was issued. When and by whom is said by its line. */
export type IssuedSheet = {
  readonly speaker: string;
  /** To whom it went, as stated; may be empty. */
  readonly to: string;
  readonly form: SheetForm;
  readonly quotes: readonly IssuedQuote[];
};

/** One quote of a sheet: exactly what a returned code says yes to. */
export type SheetQuote = IssuedQuote & {
  readonly number: number;
  /** What is printed of the code. */
  readonly printed: string;
  readonly words: string;
  readonly speaker: string;
  readonly role: string;
  /** The approval that holds for these words already, or null. */
  readonly approval: Approval | null;
};

/** A sheet for one speaker: their quotes of one release, and no others. */
export type Sheet = {
  readonly release: ReleaseId;
  readonly organisation: string;
  readonly headline: string;
  readonly reference: string;
  readonly day: Day | '';
  readonly language: LanguageTag;
  readonly embargo: Embargo | null;
  /** The newsroom's zone, in which times are told. */
  readonly zone: string;
  /** The speaker's name, as the first of the quotes has it. */
  readonly speaker: string;
  readonly quotes: readonly SheetQuote[];
};

/** What is known of a sheet only as it is issued. */
export type Issuing = { readonly at: Instant; readonly by: string; readonly to: string };
