import { WEEK_STORIES } from '../../shared/sample/stories';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MediaName } from '../../shared/release/model';
import { mediaOf } from '../../shared/release/media';
import { sha256Hex } from '../../shared/digest';
import { publicRelease } from '../../shared/archive/testing';
import { image, p } from '../../shared/testing/builders';
import { cameraJpeg } from '../../shared/testing/pictures';
import { SAMPLE_MEDIA } from '../../shared/sample/pictures';
import { makeSample } from '../newsroom/sample';
import { openNewsroom } from '../newsroom/store';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import { lookAtPictures } from './pictures';
import { verifyBundle } from './verify-bundle';

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';

const sample = async () => {
  const newsroom = join(await temporary(), 'sample');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const contents = valueOf(await valueOf(await openNewsroom(newsroom, { device: 'test' })).contents());
  const out = join(await temporary(), 'bundle');
  const request = { newsroom, contents, out, asOf: NOW, preview: false, plan: false, now: Date.parse(NOW) };
  const [[name, draw] = ['', () => new Uint8Array()]] = SAMPLE_MEDIA;
  const bytes = draw();
  return { contents, out, request, name: name as MediaName, bytes };
};

describe('the pictures of a bundle', () => {
  test('lie in it byte for byte, in its manifest, and are shown by its pages', async () => {
    const { out, request, name, bytes } = await sample();
    expect(valueOf(await exportBundle(request)).files).toContain(`data/media/${name}`);
    expect(sha256Hex(await readFile(join(out, 'data', 'media', name)))).toBe(sha256Hex(bytes));
    expect(await readFile(join(out, 'manifest-sha256.txt'), 'utf8')).toContain(
      `${name.slice(0, 64)}  data/media/${name}`,
    );
    const page = await readFile(join(out, 'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html'), 'utf8');
    expect(page).toContain(`<img src="../../../media/${name}" alt="A red bus with lit windows`);
    expect(await verifyBundle(out)).toMatchObject({ altered: [], missing: [], extra: [] });
    await writeFile(join(out, 'data', 'media', name), bytes.with(90, 1));
    expect(await verifyBundle(out)).toMatchObject({ altered: [`data/media/${name}`] });
  });
  test('stop the export where one is not there, or is another', async () => {
    const { contents, request, name, bytes } = await sample();
    const place = contents.media.get(name) ?? '';
    await writeFile(place, bytes.with(90, 1));
    const report = valueOf(await exportBundle(request));
    expect(report.written).toBe(false);
    expect(report.findings).toMatchObject([
      {
        code: 'image-missing',
        message:
          'A picture of “Night bus marshals to stay until spring” was altered: it is not the one that was published.',
      },
    ]);
  });
  test('are refused where they hold more than a picture, whatever way they came there', async () => {
    const bytes = cameraJpeg(640, 480);
    const file = `${sha256Hex(bytes)}.jpg` as MediaName;
    const place = join(await temporary(), file);
    await writeFile(place, bytes);
    const release = publicRelease({ body: [p('Text.'), { ...image(), file }] });
    expect(mediaOf(release.release)).toEqual([file]);
    const { findings, pictures } = await lookAtPictures([release], new Map([[file, place]]));
    expect(pictures).toEqual([]);
    expect(findings[0]?.message).toMatch(/holds more than a picture, such as where it was taken/);
  });
});
