import { $createTextNode, $getRoot, $isElementNode } from 'lexical';
import { expect, test } from 'vitest';
import { bundle } from '../../shared/archive/bundle';
import { checkWorking } from '../../shared/archive/check-working';
import { stops } from '../../shared/archive/checks';
import { publicRelease, settings } from '../../shared/archive/testing';
import { importHtml } from '../../shared/import/html';
import { importText } from '../../shared/import/text';
import { checkQuotes } from '../../shared/quotes/checks';
import { findSpans } from '../../shared/quotes/find-spans';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Block, Release } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { releaseId } from '../../shared/testing/builders';
import { worthALook } from '../../shared/writing/look';
import { bodyOf, change, headlessEditor } from './testing';

/* Real releases that lie beside a checkout on some machines: brought in, edited, exported and brought in again; and how
   often each check has something to say of texts that an office found fit to publish. They are no part of the project. */

const FILES = Object.entries(
  import.meta.glob<string>('../../../shared/data/releases/*.{txt,html}', { query: '?raw', import: 'default' }),
);
const EDIT = ' Edited on the desk.';

const read = async ([path, load]: (typeof FILES)[number]): Promise<{
  readonly name: string;
  readonly release: Release;
}> => {
  const name = path.replace(/^.*\//, '');
  const { release } = (name.endsWith('.html') ? importHtml : importText)(await load(), {
    fileName: name,
    id: releaseId('r-roundtrip'),
    language: 'en-GB',
  });
  return { name, release };
};

/** The body with a sentence more at the end of its first paragraph, written in the editor. */
const edited = (body: readonly Block[]): readonly Block[] => {
  const editor = headlessEditor(body);
  change(editor, () => {
    const first = $getRoot()
      .getChildren()
      .find((node) => node.getType() === 'paragraph');
    if ($isElementNode(first)) first.append($createTextNode(EDIT));
  });
  return bodyOf(editor).blocks;
};

/** Two spaces are one on a web page. */
const spaced = (block: Block): Block => ({
  ...block,
  runs: block.runs.map((run) => ({ ...run, text: run.text.replace(/ {2,}/g, ' ') })),
});
const wordsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .map(blockText)
    .join(' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

test('every real release is brought in, edited, exported, and brought in again with nothing lost', async (context) => {
  context.skip(FILES.length === 0, 'there are no releases beside this checkout');
  let edits = 0;
  for (const file of FILES) {
    const { name, release } = await read(file);
    const body = edited(release.body);
    edits += body.filter((block) => blockText(block).endsWith(EDIT)).length;
    const headline = release.headline === '' ? 'No headline' : release.headline;
    const date = release.dateline.date === '' ? '2020-01-02' : release.dateline.date;
    const published = publicRelease({ ...release, headline, dateline: { place: '', date }, body });
    const files = [...bundle({ releases: [published], gone: [], settings: settings(), preview: false })];
    const page = files.find(({ path }) => path === published.address)?.contents ?? '';
    const again = importHtml(page, { fileName: name, id: release.id, language: 'en-GB' }).release;

    expect(again.headline, name).toBe(headline.replace(/\s+/gu, ' ').trim());
    expect(again.dateline.date, name).toBe(date);
    expect(again.language, name).toBe(release.language);
    // The words, in their order: what stands about them on the page (crumb, teaser) comes before or after.
    const back = wordsOf([...again.body, ...again.notes]).join(' ');
    expect(back, `${name}: words of the body`).toContain(wordsOf(body).join(' '));
    expect(back, `${name}: words of the notes`).toContain(wordsOf(release.notes).join(' '));
    // And what kind of block each is, with its looks.
    const whole = body.map(spaced);
    const first = whole.map(blockText)[0];
    const at = again.body.findIndex((block) => blockText(block) === first);
    expect(again.body.slice(at, at + whole.length), `${name}: blocks and looks`).toEqual(whole);
  }
  expect(edits).toBeGreaterThan(FILES.length / 2);
});

test('how often each check speaks of real releases', async (context) => {
  context.skip(FILES.length === 0, 'there are no releases beside this checkout');
  const counted = new Map<string, { findings: number; releases: Set<string>; first: string }>();
  const count = (kind: string, name: string, message: string): void => {
    const known = counted.get(kind) ?? { findings: 0, releases: new Set<string>(), first: message };
    counted.set(kind, { ...known, findings: known.findings + 1, releases: known.releases.add(name) });
  };
  const within = { people: [], approvals: 'persons' as const };
  for (const file of FILES) {
    const { name, release } = await read(file);
    const quotes = resolveQuotes(release, within, findSpans);
    for (const { code, message } of checkWorking(release, quotes, within).filter(stops))
      count(`stops: ${code}`, name, message);
    for (const { code, message } of checkQuotes(release, quotes, within.people))
      count(`quotes: ${code}`, name, message);
    const ranges = quotes.flatMap((quote) => quote.ranges);
    for (const { code, message } of worthALook(release, ranges)) count(`worth a look: ${code}`, name, message);
  }
  const rows = [...counted]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([kind, { findings, releases }]) =>
        `  ${kind.padEnd(36)} ${String(findings).padStart(4)} in ${releases.size} of ${FILES.length}`,
    );
  // eslint-disable-next-line no-console -- this is what the test is run for
  console.log(['What the checks say of real releases', ...rows].join('\n'));
  expect(rows.length).toBeGreaterThan(0);
});
