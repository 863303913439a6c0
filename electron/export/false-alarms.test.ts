import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../../shared/archive/bundle';
import { prove } from '../../shared/archive/proof';
import { publicRelease, settings } from '../../shared/archive/testing';
import { importHtml } from '../../shared/import/html';
import { importText } from '../../shared/import/text';
import type { Release } from '../../shared/release/model';
import { releaseId } from '../../shared/testing/builders';

/* Releases as they really were published, where the folder with them lies beside the checkout: an archive of all but one. */

const FOLDER = join(import.meta.dirname, '../../../shared/data/releases');
const there = existsSync(FOLDER);
if (!there) process.stderr.write(`Skipped: false alarms over published releases, since ${FOLDER} is not there.\n`);
const names = there ? readdirSync(FOLDER).filter((name) => /\.(?:txt|html)$/.test(name)) : [];

const read = (name: string, index: number): Release => {
  const options = { fileName: name, id: releaseId(`r-real${String(index).padStart(4, '0')}`), language: 'en-GB' };
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const { release } = name.endsWith('.html') ? importHtml(text, options) : importText(text, options);
  // What the pages do not say is filled in, as whoever brings them in does.
  const { headline, standfirst, dateline } = release;
  const own = release.body[0]?.runs.map(({ text: words }) => words).join('') ?? '';
  return {
    ...release,
    headline: headline || own.split(/\s+/).slice(0, 9).join(' '),
    standfirst: standfirst || own.split(/\s+/).slice(0, 20).join(' '),
    dateline: { ...dateline, date: dateline.date || '2026-03-02' },
  };
};

test.skipIf(!there)(
  'whichever real release is withheld, no word of the others is taken for its',
  { timeout: 300_000 },
  () => {
    const releases = names.map(read);
    expect(releases.length).toBeGreaterThan(20);
    const alarms = releases.flatMap((secret) => {
      const open = releases
        .filter(({ id }) => id !== secret.id)
        .map((each) => publicRelease(each, `news/${each.dateline.date.slice(0, 7).replace('-', '/')}/${each.id}.html`));
      const office = settings({ siteAddress: 'https://news.example' });
      const files = bundle({ releases: open, gone: [], settings: office, preview: false });
      return prove(files, { secret: [secret], open, gone: [], settings: office, people: [] });
    });
    expect(alarms.map(({ path, words }) => `${path}: ${words}`)).toEqual([]);
  },
);
