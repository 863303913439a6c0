// The same texts as a site of Hugo's: a page each, lists by page and by topic, feeds, a sitemap.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Hugo's version; null where it is not installed. */
export const hugoVersion = () => {
  try {
    return execFileSync('hugo', ['version'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
};

const FRAME = (/** @type {string} */ main) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/archive.css"></head>
<body><a href="#main">Skip to the text</a><header><a href="/">Bench</a><nav><ul><li><a href="/news/">News</a></li><li><a href="/tags/">Topics</a></li></ul></nav></header>
<main id="main">${main}</main><footer><p>Bench</p></footer></body></html>
`;
const PAGE =
  FRAME(`<article><h1>{{ .Title }}</h1><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
<p>{{ .Params.summary }}</p>{{ .Content }}<ul>{{ range .Params.tags }}<li><a href="/tags/{{ . | urlize }}/">{{ . }}</a></li>{{ end }}</ul></article>`);
const LIST =
  FRAME(`<h1>{{ .Title }}</h1><ol>{{ range (.Paginate (where .Site.RegularPages "Type" "news")).Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Params.summary }}</p></li>{{ end }}</ol>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}`);
const TERM =
  FRAME(`<h1>{{ .Title }}</h1><ol>{{ range (.Paginate .Pages).Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Params.summary }}</p></li>{{ end }}</ol>
{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}`);
const TERMS = FRAME(
  `<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>`,
);
const CONFIG = `baseURL = "https://bench.example/"
languageCode = "en-GB"
title = "Bench"
paginate = 20
disableKinds = ["404"]
uglyURLs = true
[services.rss]
limit = 50
`;

/** @typedef {import('../../shared/release/model').Release} Release */
const textOf = (/** @type {Release['body'][number]} */ block) => block.runs.map(({ text }) => text).join('');
/** @param {Release['body'][number]} block */
const markdownOf = (block) => {
  const text = textOf(block);
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${text}`;
  if (block.type === 'list-item') return `- ${text}`;
  return text.startsWith('“') ? `> ${text}` : text;
};

/** Writes the site of these releases into a folder. @param {string} folder @param {readonly Release[]} releases */
export const writeHugoSite = (folder, releases) => {
  const put = (/** @type {string} */ name, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  put('config.toml', CONFIG);
  put('layouts/_default/single.html', PAGE);
  put('layouts/_default/list.html', LIST);
  put('layouts/_default/term.html', TERM);
  put('layouts/_default/terms.html', TERMS);
  put('layouts/index.html', LIST);
  releases.forEach(({ headline, standfirst, dateline, topics, body, notes }, number) => {
    const head = { title: headline, date: `${dateline.date}T09:00:00Z`, summary: standfirst, tags: topics };
    const text = [...body, ...notes].map(markdownOf).join('\n\n');
    put(`content/news/${dateline.date.slice(0, 4)}/${number}.md`, `${JSON.stringify(head)}\n\n${text}\n`);
  });
};
