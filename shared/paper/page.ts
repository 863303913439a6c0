import { escape, languageAttributes } from '../archive/html';
import { sha256Base64 } from '../digest';
import type { LanguageTag } from '../release/model';

/** A page made to be printed, whole in itself, and what it may load: nothing. Its one style is let in by its hash; no script runs. */
export type PaperPage = { readonly html: string; readonly policy: string };

/* Ink on paper: no picture, no font and no script to be fetched. */
const STYLE = `
@page { size: A4; margin: 18mm 20mm 20mm; }
html { font: 11pt/1.45 Georgia, 'Source Serif 4', 'DejaVu Serif', serif; color: #000; background: #fff; }
body { margin: 0; font-variant-ligatures: none; } /* so that the words can be taken out of a PDF letter by letter */
h1 { font-size: 16pt; line-height: 1.2; margin: 0 0 4mm; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.5mm 4mm; margin: 0 0 4mm; font-size: 10pt; }
dt { font-weight: bold; }
dd { margin: 0; }
`;

/** Sets a page: `style` is added to what every page has, `body` is HTML and escaped already. */
export const paperPage = (given: {
  readonly title: string;
  readonly language: LanguageTag;
  readonly style: string;
  readonly body: string;
}): PaperPage => {
  const style = `${STYLE}${given.style}`;
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html>
<html${languageAttributes(given.language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(given.title)}</title>
<style>${style}</style>
</head>
<body>
${given.body}
</body>
</html>
`;
  return { html, policy };
};

/** Facts at the head of a page: what each is called, and what it is. */
export const factsHtml = (facts: readonly (readonly [name: string, fact: string])[]): string =>
  `<dl>\n${facts.map(([name, fact]) => `<dt>${escape(name)}</dt><dd>${escape(fact)}</dd>`).join('\n')}\n</dl>`;
