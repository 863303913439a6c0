import type { Judging } from './judge';

/* What the page is told of a folder of the back catalogue. */

/** One page of the folder as it is read; `from` says where its date and address were found, and is empty where they were not. */
export type CatalogueRow = {
  readonly index: number;
  readonly path: string;
  readonly headline: string;
  readonly date: string;
  readonly dateFrom: string;
  /** Other days that the page speaks of, as “2016-04-13: the name of its file”. */
  readonly otherDates: readonly string[];
  readonly url: string;
  readonly urlFrom: string;
  readonly isList: boolean;
  readonly isEmpty: boolean;
  readonly words: number;
  /** How many lines were taken for page furniture. */
  readonly dropped: number;
};

export type CatalogueRead = Omit<Judging, 'taken'> & {
  /** The folder's name, for showing. */
  readonly folder: string;
  readonly rows: readonly CatalogueRow[];
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  /** Keys of addresses in use. */
  readonly taken: readonly string[];
};

export type CatalogueProgress = {
  readonly doing: 'reading' | 'taking in';
  readonly done: number;
  readonly total: number;
};

/** What came of taking pages in. `left`: those that were not, and why. */
export type CatalogueReport = {
  readonly taken: number;
  readonly left: readonly { readonly path: string; readonly message: string }[];
  /** Stopped by the writer; those that were not come to are not in `left`. */
  readonly isCancelled: boolean;
};
