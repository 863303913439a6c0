import fc from 'fast-check';
import type { Block, Release, Run } from '../release/model';
import { blockText } from '../release/text';
import { bold, contact, image, p, release } from '../testing/builders';

/* Any releases, and what a writer does to them, for the laws of comparing. */

const vocabulary = 'the of and harbour police said commissioner budget £640,000 1,180 don’t well-being “ ” , .'.split(
  ' ',
);
const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    bold: fc.constant<true>(true),
    italic: fc.constant<true>(true),
    link: fc.constantFrom('https://one.example/', 'https://two.example/'),
    language: fc.constant('cy'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: runs.map((given): Block => ({ type: 'paragraph', runs: given })) },
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), runs }),
  fc.record({
    type: fc.constant('list-item' as const),
    list: fc.constantFrom('bulleted' as const, 'numbered' as const),
    depth: fc.nat(2),
    runs,
  }),
  runs.map((given): Block => ({ type: 'block-quote', runs: given })),
  fc
    .record({ of: fc.constantFrom('a', 'b'), alternative: words, credit: fc.constantFrom('', 'Ceri Hughes') })
    .map((given): Block => image(given)),
  fc.record({ type: fc.constant('table-row' as const), runs }),
);
const blocks = fc.array(block, { maxLength: 12 });

/** Any release with a body, notes and fields, without quotes. */
export const anyRelease: fc.Arbitrary<Release> = fc
  .record({
    headline: words,
    standfirst: words,
    dateline: fc.record({ place: words, date: fc.constantFrom('' as const, '2026-11-03', '2026-11-04') }),
    reference: fc.constantFrom('', 'PR-001'),
    language: fc.constantFrom('en-GB', 'cy'),
    embargo: fc.constantFrom(
      null,
      { instant: '2026-11-03T09:00:00.000Z', zone: 'Europe/London' },
      { instant: '2026-11-03T09:00:00.000Z', zone: 'Europe/Paris' },
    ),
    topics: fc.array(fc.constantFrom('Roads', 'Rural crime', 'a, b'), { maxLength: 3 }),
    body: blocks,
    notes: fc.array(block, { maxLength: 3 }),
    contacts: fc.array(
      fc.boolean().map((mediaOnly) => contact({ mediaOnly })),
      { maxLength: 2 },
    ),
    state: fc.constantFrom('working' as const, 'in review' as const),
  })
  .map(release);

const said = fc
  .record({
    opens: fc.boolean(),
    closes: fc.boolean(),
    says: words,
    who: fc.constantFrom('', ' said Ann Lee, mayor.', ' said Bo Hart.'),
  })
  .map(({ opens, closes, says, who }) => p(`${opens ? '“' : ''}${says}${closes ? '”' : ''}${who}`));

/** Any release whose body is quotations, running ones among them, and plain paragraphs between. */
export const saidRelease: fc.Arbitrary<Release> = fc.array(said, { maxLength: 8 }).map((body) => release({ body }));

/** One thing a writer does to a body; numbers choose where. */
export type Edit = {
  readonly what: 'word' | 'move' | 'insert' | 'delete' | 'split' | 'join' | 'bold' | 'type';
  readonly at: number;
  readonly to: number;
};
/** A few edits of a writer. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom('word', 'move', 'insert', 'delete', 'split', 'join', 'bold', 'type'),
    at: fc.nat(1000),
    to: fc.nat(1000),
  }),
  { maxLength: 8 },
);

/** A body after one edit. */
export const edited = (body: readonly Block[], { what, at, to }: Edit): readonly Block[] => {
  const index = body.length === 0 ? 0 : at % body.length;
  const it = body[index];
  if (it === undefined) return [p('A fresh start')];
  const text = blockText(it);
  const replaced = (...by: readonly Block[]): readonly Block[] => body.toSpliced(index, 1, ...by);
  const cut = text.indexOf(' ', to % (text.length + 1));
  switch (what) {
    case 'word':
      return replaced({
        ...it,
        runs: it.runs.map((part) => ({ ...part, text: part.text.replace('police', 'council') })),
      });
    case 'move':
      return replaced().toSpliced(to % body.length, 0, it);
    case 'insert':
      return body.toSpliced(index, 0, p(`Entirely new line ${to}`));
    case 'delete':
      return replaced();
    case 'split':
      return cut < 1 ? body : replaced(p(text.slice(0, cut)), p(text.slice(cut + 1)));
    case 'join': {
      const next = body[index + 1];
      return next === undefined ? body : body.toSpliced(index, 2, p(`${text} ${blockText(next)}`));
    }
    case 'bold':
      return replaced({ ...it, runs: it.runs.map((part) => bold(part)) });
    case 'type':
      return replaced({ type: 'heading', level: 2, runs: it.runs });
  }
};
