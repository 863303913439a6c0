import { HtmlValidate } from 'html-validate/node';
import { describe, expect, test } from 'vitest';
import { p } from '../testing/builders';
import { bundle } from './bundle';
import { checkLook } from './check-look';
import { colourCss, contrast, onBand, onDark } from './colours';
import type { LookFiles } from './look-files';
import { prove } from './proof';
import { publicRelease, settings } from './testing';
import { PAGE_TEMPLATE, RELEASE_TEMPLATE, lookProblems } from './theme';

const filesOf = (lookFiles: LookFiles, given: Parameters<typeof settings>[0] = {}) => {
  const releases = [publicRelease({ body: [p('<script>alert(1)</script>')] })];
  return new Map(
    [...bundle({ releases, gone: [], settings: { ...settings(given), lookFiles }, preview: false })].map(
      ({ path: name, contents }) => [name, contents],
    ),
  );
};
const PLACE = 'news/2026/11/bridge.html';
const said = (files: LookFiles): readonly string[] =>
  lookProblems(files).map(({ file, line, message }) => `${file} ${line}: ${message}`);
const page = (change: (source: string) => string): LookFiles => ({ 'page.mustache': change(PAGE_TEMPLATE) });

describe('the organisation’s own templates', () => {
  test('that are the archive’s own make the same pages', () => {
    const own = { 'page.mustache': PAGE_TEMPLATE, 'release.mustache': RELEASE_TEMPLATE };
    expect(lookProblems(own)).toEqual([]);
    expect(filesOf(own)).toEqual(filesOf({}));
  });

  test('put what they like round what must be there', async () => {
    const look = {
      'page.mustache': PAGE_TEMPLATE.replace('<p class="preview">', '<p class="preview" role="status">').replace(
        '<footer class="end">',
        '<footer class="end" id="foot"><div class="wrap"><p>Made on {{organisation}}</p></div>',
      ),
      'release.mustache': RELEASE_TEMPLATE.replace('{{teaser}}', '').replace('{{crumb}}', '<p class="kind">News</p>'),
      'style.css': '.kind { color: #333; }\r\n',
    };
    expect(said(look)).toEqual([]);
    const files = filesOf(look, { organisation: 'Ha & <Ho>' });
    const html = files.get(PLACE) ?? '';
    expect(html).toContain('<p>Made on Ha &amp; &lt;Ho&gt;</p>');
    expect(html).toContain('<p class="kind">News</p>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('class="latest"');
    expect(files.get('archive.css')).toMatch(/\n\.kind \{ color: #333; \}\n$/);
    const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).filter((rule) => rule !== 'attribute-boolean-style' && rule !== 'tel-non-breaking')).toEqual([]); // prettier-ignore
  });

  test('are searched for what is withheld, like all that is made', () => {
    const secret = [publicRelease({ id: 'r-secret01' as never, headline: 'Barge sinks at dawn tomorrow' }).release];
    const look = page((source) => source.replace('{{organisation}}<', 'Barge sinks at dawn tomorrow<'));
    const office = { ...settings(), lookFiles: look };
    const open = [publicRelease()];
    const files = [...bundle({ releases: open, gone: [], settings: office, preview: false })];
    expect(prove(files, { secret, open, gone: [], settings: office, people: [] }).length).toBeGreaterThan(3);
  });
});

describe('a template or style that is broken', () => {
  test.each<readonly [what: string, files: LookFiles, problem: RegExp]>([
    [
      'runs a script',
      page((s) => s.replace('</body>', '<script>x()</script>\n</body>')),
      /page\.mustache 16: “<script>” may not stand/,
    ],
    ['runs on a click', page((s) => s.replace('<main ', '<main onclick="x()" ')), /12: “onclick” may not stand/],
    ['brings a style', page((s) => s.replace('<main ', '<main style="color:red" ')), /12: “style” may not stand/],
    [
      'shows another site',
      page((s) => s.replace('<main', '<iframe src="https://x.example"></iframe><main')),
      /12: “<iframe>”/,
    ],
    [
      'loads a picture from elsewhere',
      page((s) => s.replace('src="{{src}}"', 'src="https://x.example/a.png"')),
      /A picture is one of the archive’s own/,
    ],
    ['leads to a script', page((s) => s.replace('href="#main"', 'href="javascript:x()"')), /6: A link begins with/],
    [
      'leads to no page',
      page((s) => s.replace('href="#main"', 'href="{{root}}nowhere.html"')),
      /The archive has no “nowhere.html”/,
    ],
    ['leads to a text', page((s) => s.replace('href="#main"', 'href="{{organisation}}"')), /6: A link begins with/],
    [
      'has a text without quote marks',
      page((s) => s.replace('id="main"', 'id="main" title={{organisation}}')),
      /12: Put the value of “title” in quote marks/,
    ],
    [
      'has a text as an attribute',
      page((s) => s.replace('id="main"', 'id="main" {{organisation}}')),
      /may not stand in a template/,
    ],
    ['has a text as a tag', page((s) => s.replace('<main', '<{{organisation}}></p><main')), /12: /],
    [
      'has a text in a comment',
      page((s) => s.replace('<main', '<!-- {{organisation}} --><main')),
      /A name may not stand in a comment/,
    ],
    [
      'has a page’s main part in an attribute',
      page((s) => s.replace('{{main}}', '<p title="{{main}}"></p>')),
      /“\{\{main\}\}” stands where no text may/,
    ],
    ['does not close what it opens', page((s) => s.replace('</header>', '')), /7: “<header>” is not closed/],
    [
      'does not say that it is a preview',
      page((s) => s.replace('<p class="preview">{{preview}}</p>', '')),
      /“\{\{preview\}\}” must stand in it once/,
    ],
    ['has no head', page((s) => s.replace('{{head}}', '')), /“\{\{head\}\}” must stand/],
    [
      'says no language',
      page((s) => s.replace(' lang="{{lang}}" dir="{{dir}}"', '')),
      /“<html>” must say the language/,
    ],
    [
      'lets the skip link lead nowhere',
      page((s) => s.replace('id="main"', 'id="text"')),
      /must stand in the one “<main id="main">”/,
    ],
    [
      'leaves the corrections out',
      { 'release.mustache': RELEASE_TEMPLATE.replace('{{notices}}', '') },
      /release.mustache 1: “\{\{notices\}\}” must stand/,
    ],
    [
      'has two headings',
      { 'release.mustache': RELEASE_TEMPLATE.replace('{{date}}', '<h1>More</h1>{{date}}') },
      /must stand in the one “<h1>”/,
    ],
    ['loads a style', { 'style.css': 'a{}\n@import "x.css";' }, /style.css 2: A style may not bring in/],
    [
      'loads a font',
      { 'style.css': 'a { src: url(https://x.example/a.woff2) }' },
      /style.css 1: A style may not load anything/,
    ],
  ])('because it %s says file and line, and stops the export', (_, files, problem) => {
    // prettier-ignore
    const problems = said(files);
    expect(
      problems.some((each) => problem.test(each)),
      problems.join('\n'),
    ).toBe(true);
    expect(checkLook({ ...settings(), lookFiles: files }).map(({ code, override }) => [code, override])[0]).toEqual(['template-broken', null]); // prettier-ignore
    expect(filesOf(files).get(PLACE)).toContain('<h1>Bridge to open</h1>');
  });
});

describe('the organisation’s colours, links and logo', () => {
  test('stand on every page', () => {
    const file = `${'c'.repeat(64)}.png` as never;
    const files = filesOf(
      {},
      {
        look: {
          logo: { file, width: 80, height: 40, alternative: 'Eastmere crest' },
          band: '#5a1030',
          headerLinks: [{ name: 'About & us', address: 'https://eastmere.example/about?a=1&b=2' }],
          footerLinks: [{ name: 'Privacy', address: 'https://eastmere.example/privacy' }],
          postalAddress: '4 Mill Lane, Eastmere',
        },
      },
    );
    for (const name of ['index.html', PLACE]) {
      const html = files.get(name) ?? '';
      const root = name === PLACE ? '../../../' : '';
      expect(html).toContain(
        `<img src="${root}media/${'c'.repeat(64)}.png" width="80" height="40" alt="Eastmere crest">`,
      );
      expect(html).toContain('<a href="https://eastmere.example/about?a=1&amp;b=2">About &amp; us</a>');
      expect(html).toContain('<a href="https://eastmere.example/privacy">Privacy</a>');
      expect(html).toContain(', 4 Mill Lane, Eastmere</p>');
    }
    expect(files.get('archive.css')).toContain('--band: #5a1030; --on-band: #ffffff;');
  });

  test('are held against the contrast that reading needs', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    const codes = (look: object) =>
      checkLook(settings({ look })).map(({ code, message }) => [code, message.slice(0, 60)]);
    expect(codes({ accent: '#777777' })).toEqual([
      ['look-unreadable', 'Links would have a contrast of 4.4 to 1 on white, and need 4'],
    ]);
    expect(codes({ accent: '#14508c', band: '#ffd43b' })).toEqual([]);
    expect(codes({ band: '#808285' }).map(([code]) => code)).toEqual(['look-unreadable']);
    expect(onBand('#ffd43b')).toBe('#1a1e22');
    for (const accent of ['#000000', '#14508c', '#8a0f1e', '#5a2d82'])
      expect(contrast(onDark(accent), '#15191d')).toBeGreaterThanOrEqual(7);
    expect(colourCss({})).toBe('');
  });
});
