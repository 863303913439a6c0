import { describe, expect, test } from 'vitest';
import { image, p } from '../testing/builders';
import { checkReleases, stops } from './checks';
import { publicRelease } from './testing';

const found = (given: Parameters<typeof publicRelease>[0]) =>
  checkReleases([publicRelease(given)], { people: [], approvals: 'persons' });

describe('an image in a public release', () => {
  test.each([
    ['described', image(), []],
    ['decorative', image({ alternative: '', decorative: true }), []],
    ['not described', image({ alternative: ' ' }), ['has no description for those who do not see it']],
    ['described by its file’s name', image({ alternative: 'IMG_2041.jpg' }), ['is described by the name of a file']],
  ] as const)('that is %s', (_, block, says) => {
    const findings = found({ body: [p('Text.'), block] });
    expect(findings.map(({ code }) => code)).toEqual(says.map(() => 'image-not-described'));
    for (const words of says) expect(findings[0]?.message).toContain(`paragraph 2 of “Bridge to open” ${words}`);
    expect(findings.every(stops)).toBe(true);
  });
  test('is looked for in the notes too', () => {
    expect(found({ body: [p('Text.')], notes: [image({ alternative: '' })] })[0]?.message).toContain(
      'of the notes to editors',
    );
  });
});
