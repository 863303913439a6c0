import type { NewsroomSettings } from '../newsroom/model';
import { type Result, failed } from '../result';
import { type Needs, checkTemplate } from './check-template';
import { type LookFile, type LookFiles, LOOK_FILES } from './look-files';
import { type Shape, type Template, type TemplateProblem, lineAt, readTemplate } from './template';

/** A newsroom's settings, with the templates and the style that lie beside them. */
export type ArchiveSettings = NewsroomSettings & { readonly lookFiles?: LookFiles };

const LINK: Shape = { to: 'address', name: 'text' };
const PART: Shape = { lang: 'text', dir: 'text' };

/** What `page.mustache` may name: what every page has round its main part. */
export const PAGE_SHAPE: Shape = {
  lang: 'text',
  dir: 'text',
  /** Everything in the head: what the page is called, its policy, its style, its feeds. */
  head: 'made',
  /** The way to the archive's first folder: `{{root}}index.html`. */
  root: 'address',
  skip: 'text',
  home: 'address',
  organisation: 'text',
  /** Set where the organisation's name is in another language than the page. */
  inOther: PART,
  archive: 'text',
  logo: { src: 'address', width: 'text', height: 'text', alternative: 'text' },
  ways: LINK,
  site: LINK,
  hasSite: 'yes',
  preview: 'text',
  main: 'made',
  ends: LINK,
  footer: LINK,
  hasFooter: 'yes',
  postal: 'text',
};

/** What `release.mustache` may name: the main part of a release's page. */
export const RELEASE_SHAPE: Shape = {
  lang: 'text',
  dir: 'text',
  root: 'address',
  headline: 'text',
  standfirst: 'text',
  crumb: 'made',
  date: 'made',
  notices: 'made',
  body: 'made',
  background: 'made',
  about: 'made',
  contacts: 'made',
  cite: 'made',
  topics: 'made',
  back: 'made',
  teaser: 'made',
};

export const PAGE_TEMPLATE = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
{{head}}</head>
<body>
<a class="skip" href="#main">{{skip}}</a>
<header class="org"><div class="wrap">{{#logo}}<a class="logo" href="{{home}}"><img src="{{src}}" width="{{width}}" height="{{height}}" alt="{{alternative}}"></a>{{/logo}}<a class="name" href="{{home}}"{{#inOther}} lang="{{lang}}" dir="{{dir}}"{{/inOther}}>{{organisation}}</a><span class="what">{{archive}}</span>
<nav class="ways" aria-label="{{archive}}"><ul>{{#ways}}<li><a href="{{to}}">{{name}}</a></li>{{/ways}}</ul></nav></div>{{#hasSite}}<div class="wrap"><nav class="site" aria-label="{{organisation}}"><ul>{{#site}}<li><a href="{{to}}">{{name}}</a></li>{{/site}}</ul></nav></div>{{/hasSite}}</header>
{{#preview}}
<p class="preview">{{preview}}</p>
{{/preview}}
<main id="main" class="wrap">
{{main}}
</main>
<footer class="end"><div class="wrap"><p>{{#ends}}<a href="{{to}}">{{name}}</a> {{/ends}}</p>{{#hasFooter}}<p>{{#footer}}<a href="{{to}}">{{name}}</a> {{/footer}}</p>{{/hasFooter}}<p{{#inOther}} lang="{{lang}}" dir="{{dir}}"{{/inOther}}>{{organisation}}{{#postal}}, {{postal}}{{/postal}}</p></div></footer>
</body>
</html>
`;

export const RELEASE_TEMPLATE = `<div class="cols"><article lang="{{lang}}" dir="{{dir}}">{{crumb}}
<h1>{{headline}}</h1>
{{date}}
{{notices}}{{#standfirst}}<p class="sf">{{standfirst}}</p>
{{/standfirst}}<div class="body">
{{body}}
</div>
{{background}}{{about}}{{contacts}}{{cite}}{{topics}}{{back}}</article>
{{teaser}}</div>`;

/** Files that stand in every archive, to which a template may lead. */
const FILES = new Set([
  'index.html',
  'topics/index.html',
  'people/index.html',
  'search.html',
  'corrections.html',
  'accessibility.html',
  'feed.xml',
  'feed.json',
]);

const PAGE_NEEDS: Needs = {
  document: true,
  once: {
    head: 'it says what the page is, and what it may load.',
    main: 'it is what the page is about.',
    preview: 'a page that is not for publication must say so.',
    skip: 'it is the way past the header by keyboard.',
  },
  elements: [
    {
      name: 'head',
      says: '“{{head}}” must stand alone between “<head>” and “</head>”.',
      has: (names) => names.join(' ') === 'head',
    },
    {
      name: 'html',
      says: '“<html>” must say the language: <html lang="{{lang}}" dir="{{dir}}">.',
      has: (names) => names[0] === 'lang' && names[1] === 'dir',
    },
    {
      name: 'main',
      says: '“{{main}}” must stand in the one “<main id="main">”, to which the skip link leads.',
      has: (names, attributes) => names.includes('main') && attributes.get('id') === 'main',
    },
  ],
  files: FILES,
};

const RELEASE_NEEDS: Needs = {
  document: false,
  once: {
    headline: 'it is the one heading of the page.',
    date: 'a release has its date.',
    notices: 'readers are told of corrections before the words that they are about.',
    body: 'it is the release.',
    background: 'it is part of the release.',
    contacts: 'it is part of the release.',
    back: 'it is the way back.',
  },
  elements: [
    { name: 'h1', says: '“{{headline}}” must stand in the one “<h1>”.', has: (names) => names.includes('headline') },
    {
      name: 'article',
      says: 'The release must stand in one <article lang="{{lang}}" dir="{{dir}}">.',
      has: (names) => names[0] === 'lang' && names[1] === 'dir' && names.includes('body'),
    },
  ],
  files: FILES,
};

/** The templates that pages are made by. */
export type Theme = { readonly page: Template; readonly release: Template };

const read = (source: string, shape: Shape, needs: Needs): Result<Template, readonly TemplateProblem[]> => {
  const template = readTemplate(source, shape);
  if (!template.ok) return template;
  const problems = checkTemplate(template.value, needs);
  return problems.length > 0 ? failed(problems) : template;
};

const readPage = (source: string) => read(source, PAGE_SHAPE, PAGE_NEEDS);
const readRelease = (source: string) => read(source, RELEASE_SHAPE, RELEASE_NEEDS);

/** The archive's own. That they hold to what a newsroom's are held to is a test's to say: every start would wait for it. */
const own = (source: string, shape: Shape): Template => {
  const result = readTemplate(source, shape);
  if (!result.ok) throw new Error(result.fault.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return result.value;
};
const OWN: Theme = { page: own(PAGE_TEMPLATE, PAGE_SHAPE), release: own(RELEASE_TEMPLATE, RELEASE_SHAPE) };

/** Styles ask nothing of another place: no browser would fetch it, and the page would look as if something were missing. */
const STYLE_RULES: readonly (readonly [RegExp, string])[] = [
  [/@import\b/i, 'A style may not bring in another one.'],
  [/url\(\s*["']?\s*(?!["')]|#)/i, 'A style may not load anything: the page’s policy would not let it.'],
  [/<\/?[a-z!]/i, 'A style holds no tags.'],
  [/@charset\b/i, 'A style is in UTF-8 and says no other.'],
];

const styleProblems = (source: string): TemplateProblem[] =>
  STYLE_RULES.flatMap(([rule, message]) => {
    const found = rule.exec(source);
    return found === null ? [] : [{ line: lineAt(source, found.index), message }];
  });

/** What is wrong with the files of a look, each problem with its file and line. */
export const lookProblems = (files: LookFiles): readonly (TemplateProblem & { readonly file: LookFile })[] =>
  LOOK_FILES.flatMap((file) => {
    const source = files[file];
    if (source === undefined) return [];
    const problems =
      file === 'style.css' ? styleProblems(source) : problemsOf(file === 'page.mustache' ? readPage(source) : readRelease(source)); // prettier-ignore
    return problems.map((problem) => ({ ...problem, file }));
  });

const problemsOf = (result: ReturnType<typeof readPage>): readonly TemplateProblem[] => (result.ok ? [] : result.fault);

/** The templates of an archive; the archive's own stands in for one that is broken, which stops the export. */
export const themeOf = ({ lookFiles }: ArchiveSettings): Theme => {
  if (lookFiles === undefined) return OWN;
  const [page, release] = [lookFiles['page.mustache'], lookFiles['release.mustache']];
  const readOr = (result: ReturnType<typeof readPage> | null, other: Template): Template =>
    result?.ok === true ? result.value : other;
  return {
    page: readOr(page === undefined ? null : readPage(page), OWN.page),
    release: readOr(release === undefined ? null : readRelease(release), OWN.release),
  };
};

/** The style that comes after the archive's own: that of the newsroom's `look/`. */
export const ownStyle = ({ lookFiles }: ArchiveSettings): string => {
  const style = lookFiles?.['style.css'];
  return style === undefined || styleProblems(style).length > 0 ? '' : `${style.replace(/\r\n?/g, '\n').trimEnd()}\n`;
};
