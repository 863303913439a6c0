import { WEEK_STORIES } from '../../shared/sample/stories';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { parseReleaseText } from '../../shared/release/parse';
import { signingKeyFiles } from '../export/testing';
import { filesBelow, temporaryFolders } from '../newsroom/testing';
import { makeSample } from '../newsroom/sample';
import { runCli } from './testing';

const temporary = temporaryFolders();
let newsroom = '';
let out = '';
beforeEach(async () => {
  const folder = await temporary();
  newsroom = join(folder, 'newsroom');
  out = join(folder, 'bundle');
  await makeSample(newsroom, { stories: WEEK_STORIES });
});
const reportSchema = z.object({
  written: z.boolean(),
  files: z.array(z.string()),
  withheld: z.array(z.object({ headline: z.string(), why: z.string() })),
  findings: z.array(z.object({ code: z.string(), override: z.unknown() })),
});
const exported = async (...more: readonly string[]) => {
  const { code, out: text, err } = await runCli(['export', '--newsroom', newsroom, '--json', ...more]);
  return { code, err, report: code === 2 ? null : reportSchema.parse(JSON.parse(text)) };
};

describe('export', () => {
  test('of the sample writes a bundle with no finding, changes no state, and withholds the embargoed', async () => {
    const before = await filesBelow(newsroom);
    const { code, report } = await exported('--out', out);
    expect(code).toBe(0);
    expect(report?.findings).toEqual([]);
    expect(report?.written).toBe(true);
    const written = new Set(Object.keys(await filesBelow(out)));
    expect(written).toEqual(
      new Set([...(report?.files ?? []), 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']),
    );
    expect(report?.withheld.filter((each) => each.why === 'embargoed').map((each) => each.headline)).toEqual([
      'Letters in the station wall are opened',
    ]);
    for (const text of Object.values(await filesBelow(out))) expect(text).not.toContain('station wall');
    expect(await filesBelow(newsroom)).toEqual(before);
  });
  test('--plan says what would be written and writes nothing', async () => {
    const { code, report } = await exported('--plan');
    expect(code).toBe(0);
    expect(report).toMatchObject({ written: false });
    expect(report?.files.length).toBeGreaterThan(3);
  });
  test('as of an earlier instant has only what was public then', async () => {
    const { report } = await exported('--out', out, '--as-of', '2024-12-31T23:00:00+00:00');
    expect(report?.files.filter((path) => /^data\/news\/\d{4}\/\d{2}\/(?!index)[^/]+\.html$/.test(path))).toEqual([
      'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html',
    ]);
  });
  test('refuses an instant to come unless it is a preview, and what is no instant', async () => {
    expect((await exported('--out', out, '--as-of', '2099-06-01T00:00:00Z')).err).toContain('--preview');
    expect((await exported('--out', out, '--as-of', 'tomorrow')).code).toBe(2);
    expect((await exported('--out', out, '--as-of', '2026-11-20')).err).toContain('zone');
    expect((await exported('--out', out, '--as-of', '2099-06-01T00:00:00Z', '--preview')).code).toBe(0);
  });
  test('refuses a folder in the newsroom, and one around it', async () => {
    const before = await filesBelow(newsroom);
    for (const place of [newsroom, join(newsroom, 'site'), join(newsroom, '..')]) {
      const { code, err } = await exported('--out', place);
      expect(code).toBe(2);
      expect(err).toContain('outside the newsroom');
      expect(err).toContain(place);
    }
    expect(await filesBelow(newsroom)).toEqual(before);
  });
  test('--zip writes the same bytes each time, in any zone, and nothing over what is no bundle', async () => {
    const [first, second] = [`${out}.zip`, `${out}-2.zip`];
    const sole = ['--zip', second, '--as-of', '2026-11-22T12:00:00Z'] as const;
    expect((await exported('--out', out, '--zip', first, '--as-of', '2026-11-22T12:00:00Z')).code).toBe(0);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    expect((await exported(...sole)).code).toBe(0);
    vi.unstubAllEnvs();
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    expect((await exported(...sole)).code).toBe(0);
    await writeFile(second, 'Keep this');
    expect((await exported(...sole)).err).toContain('Something else than a bundle');
    expect(await readFile(second, 'utf8')).toBe('Keep this');
    expect((await exported('--out', out, '--zip', join(out, 'data', 'a.zip'))).code).toBe(2);
  });
  test('--sign signs the manifest, a preview it refuses, and verify tells the key', async () => {
    const [key, other] = [signingKeyFiles('one'), signingKeyFiles('two')];
    await writeFile(`${out}.key`, key.secret);
    expect((await exported('--out', out, '--sign', `${out}.key`)).code).toBe(0);
    const line = (text: string): string => text.split('\n')[1] ?? '';
    const signed = await runCli(['verify', out, '--key', line(key.public)]);
    expect(signed).toMatchObject({ code: 0 });
    expect(signed.out).toContain('signed: manifest-sha256.txt as of 2026-11-22T12:00:00.000Z');
    expect((await runCli(['verify', out, '--key', line(other.public)])).code).toBe(1);
    const late = ['--as-of', '2099-06-01T00:00:00Z', '--preview'];
    expect((await exported('--out', `${out}-2`, '--sign', `${out}.key`, ...late)).err).toContain('cannot be signed');
    expect((await exported('--out', `${out}-2`, '--sign', join(out, 'nothing'))).code).toBe(2);
  });
  test('--handover lays sources, register and dates beside the website, and nothing withheld', async () => {
    expect((await exported('--out', out, '--handover')).code).toBe(0);
    const files = await filesBelow(out);
    const beside = Object.keys(files).filter((path) => path.startsWith('handover/'));
    expect(beside.filter((path) => !/sources\/|earlier\//.test(path)).sort()).toEqual([
      'handover/corrections.csv',
      'handover/publications.json',
      'handover/readme.txt',
      'handover/register.csv',
      'handover/retention.csv',
    ]);
    const sources = beside.filter((path) => path.includes('sources/'));
    expect(sources.length).toBeGreaterThan(1);
    for (const path of sources) {
      const text = await readFile(join(out, path), 'utf8');
      const read = parseReleaseText(text);
      expect(read.ok && canonicalJson(read.value)).toBe(text);
    }
    for (const path of beside) expect(files[path]).not.toContain('station wall');
    expect((await runCli(['verify', out])).code).toBe(0);
  });
  test('ends with 1 and writes nothing where a published text was altered', async () => {
    const paths = Object.keys(await filesBelow(newsroom)).filter((path) => /03wardens\/history\/objects/.test(path));
    for (const path of paths) await appendFile(join(newsroom, path), ' ');
    const { code, report } = await exported('--out', out);
    expect(code).toBe(1);
    expect(report?.written).toBe(false);
  });
});

describe('verify', () => {
  test('finds a bundle whole, and what was altered, missing or extra', async () => {
    await exported('--out', out);
    expect(await runCli(['verify', out, '--json'])).toMatchObject({ code: 0 });
    const page = 'data/news/2026/11/ten-more-street-wardens-for-hexley-town-centre.html';
    await writeFile(join(out, page), (await readFile(join(out, page), 'utf8')).replace('Ten', 'Two'));
    await rm(join(out, 'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html'));
    await writeFile(join(out, 'extra.html'), 'x');
    const { code, out: text } = await runCli(['verify', out]);
    expect(code).toBe(1);
    expect(text.split('\n')).toEqual([
      `altered: ${page}`,
      'missing: data/news/2024/02/night-bus-marshals-to-stay-until-spring.html',
      'extra: extra.html',
      'not whole',
      '',
    ]);
  });
  test('puts back the last bundle where an export was cut short, and says so', async () => {
    await exported('--out', out);
    await rename(out, `${out}.before-0a1b2c3d`);
    const { code, out: text } = await runCli(['verify', out]);
    expect(code).toBe(0);
    expect(text).toContain(`put back: an export was cut short; the bundle from before lay in ${out}.before-0a1b2c3d`);
    expect(await runCli(['verify', out, '--json'])).toMatchObject({ code: 0 });
  });
  test('of what is no folder could not run', async () => {
    expect((await runCli(['verify', join(out, 'nowhere')])).code).toBe(2);
    expect((await runCli(['verify'])).code).toBe(2);
  });
});

describe('doctor with a bundle that was exported', () => {
  const codes = async () => {
    const { code, out: text } = await runCli(['doctor', '--newsroom', newsroom, '--bundle', out, '--json']);
    const { findings } = z
      .object({ findings: z.array(z.object({ code: z.string(), where: z.string() })) })
      .parse(JSON.parse(text));
    return { code, codes: [...new Set(findings.map((each) => each.code))] };
  };
  /** The one log of the release that was published first, and the folder it is in. */
  const published = async () => {
    const paths = Object.keys(await filesBelow(newsroom));
    const log = paths.find((path) => path.includes('night-bus') && path.endsWith('.jsonl')) ?? '';
    return { log: join(newsroom, log), folder: join(newsroom, log, '..', '..', '..') };
  };
  beforeEach(async () => void (await exported('--out', out)));

  test('finds nothing wrong where it is what it was, also after more was written', async () => {
    expect(await codes()).toEqual({ code: 0, codes: [] });
  });
  test('shows a history that was rewritten whole, each line following from the one before', async () => {
    const { log } = await published();
    let previous = '0'.repeat(64);
    const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
    const rewritten = lines.map((text) => {
      const line = JSON.stringify({ ...(JSON.parse(text) as object), who: 'Somebody Else', previous });
      previous = sha256Hex(line);
      return line;
    });
    await writeFile(log, `${rewritten.join('\n')}\n`);
    expect(await codes()).toEqual({ code: 1, codes: ['exported-history'] });
  });
  test('shows a text that is not in the history as it was, and a release that is gone', async () => {
    const { folder } = await published();
    await rename(join(folder, 'history', 'objects'), join(folder, 'history', 'elsewhere'));
    expect((await codes()).codes).toContain('exported-text');
    await rename(folder, join(newsroom, '..', 'away'));
    expect((await codes()).codes).toEqual(['exported-gone']);
  });
  test('says where it is given no bundle', async () => {
    const { code, err } = await runCli(['doctor', '--newsroom', newsroom, '--bundle', newsroom]);
    expect(code).toBe(2);
    expect(err).toContain('bundle.json');
  });
});
