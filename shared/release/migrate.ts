import { type Fault, fault } from '../fault';
import { type Result, failed, ok } from '../result';
import { freeName } from './address';
import { RELEASE_FORMAT } from './model';

/** One pure step a format, from n to n + 1, keyed by n. A step is never edited once a release of Standfirst shipped it. */
const STEPS: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>> = {
  /** What is done after publication is kept with it, and a page is a file: `2026/11/slug/` is `news/2026/11/slug.html`. */
  1: (document) => {
    const { publication } = document;
    if (typeof publication !== 'object' || publication === null) return { ...document, format: 2 };
    const place = 'address' in publication ? publication.address : null;
    const [year = '', month = '', name = ''] = typeof place === 'string' ? place.split('/') : [];
    const address = `news/${year}/${month}/${freeName(name, () => false)}.html`;
    return { ...document, format: 2, publication: { ...publication, address, after: [], change: null } };
  },
  /** From here on a body may hold images and tables; what was written before holds none. */
  2: (document) => ({ ...document, format: 3 }),
};

/**
 * Brings a parsed JSON document of an older format to today's. It checks nothing but the number; `parseRelease` does.
 * Faults: `newer-format`, `invalid` where there is no number or no step.
 */
export const migrate = (value: unknown): Result<unknown, Fault> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(fault('invalid', 'This is not a release: it is not a JSON object.'));
  let document = value as Record<string, unknown>;
  let format = document['format'];
  if (typeof format !== 'number') return failed(fault('invalid', 'This is not a release: it has no format number.'));
  if (format > RELEASE_FORMAT)
    return failed(
      fault('newer-format', 'This release was written by a later Standfirst. It is left as it is.', {
        detail: `format ${format}, and this Standfirst reads up to ${RELEASE_FORMAT}`,
      }),
    );
  while (format < RELEASE_FORMAT) {
    const step = STEPS[format];
    if (!step) return failed(fault('invalid', `This is not a release: there is no format ${format}.`));
    document = step(document);
    format += 1;
  }
  return ok(document);
};
