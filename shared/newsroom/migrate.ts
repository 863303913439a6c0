import { type Fault, fault } from '../fault';
import { type Result, failed, ok } from '../result';

/** What of a document says in which form it is written, and the steps to today's. */
type Formats = {
  /** The file's name. */
  readonly what: string;
  readonly latest: number;
  /** One pure step a format, from n to n + 1, keyed by n. A step is never edited once a release of Standfirst shipped it. */
  readonly steps: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>>;
};

/**
 * `newsroom.json`. Its number is that of the whole newsroom: it is raised before anything is written in a form that an
 * earlier Standfirst does not read.
 */
export const NEWSROOM_FORMATS: Formats = {
  what: 'newsroom.json',
  latest: 3,
  steps: {
    /** From here on releases may be of format 2. */
    1: (document) => ({ ...document, format: 2 }),
    /** And from here on of format 3. */
    2: (document) => ({ ...document, format: 3 }),
  },
};

export const PEOPLE_FORMATS: Formats = { what: 'people.json', latest: 1, steps: {} };

/** Brings a parsed JSON document of an older format to today's. Faults: `newer-format`, `invalid` where there is no number or no step. */
export const migrateDocument = (value: unknown, { what, latest, steps }: Formats): Result<unknown, Fault> => {
  const invalid = (detail: string) =>
    failed(fault('invalid', `${what} has a form that Standfirst does not know.`, { detail }));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid('it is not a JSON object');
  let document = value as Record<string, unknown>;
  const { format } = document;
  if (typeof format !== 'number') return invalid('it has no format number');
  if (format > latest)
    return failed(
      fault('newer-format', `${what} was written by a later Standfirst. It is left as it is.`, {
        detail: `format ${format}, and this Standfirst reads up to ${latest}`,
      }),
    );
  for (let from = format; from < latest; from += 1) {
    const step = steps[from];
    if (step === undefined) return invalid(`there is no format ${format}`);
    document = step(document);
  }
  return ok(document);
};
