/** On paper: no ways through the archive, and links in full. */
export const PRINT_CSS = `@media print {
  :root {
    color-scheme: light;
    --bg: #fff;
    --ink: #000;
    --ink-2: #333;
    --line: #999;
    --link: #000;
    --seen: #000;
    --rule: #000;
    --notice: #fff;
    --corrected: #000;
    --corrected-bg: #fff;
    --gone: #000;
    --gone-bg: #fff;
  }
  @page {
    margin: 20mm 22mm;
  }
  html {
    font-size: 10.5pt;
  }
  body {
    font-size: 1rem;
  }
  .date,
  figcaption {
    font-size: 0.9375rem !important;
  }
  .skip,
  .latest,
  .crumb,
  .back,
  .years,
  .ways,
  .site,
  .pages,
  .topics,
  .more {
    display: none;
  }
  .org {
    background: none;
    color: #000;
    border-bottom: 1.5pt solid #000;
    padding: 0 0 4pt;
  }
  .wrap {
    padding: 0;
    max-width: none;
  }
  .cols {
    display: block;
    padding: 14pt 0 0;
  }
  h1 {
    font-size: 20pt;
  }
  .sf {
    font-size: 13pt;
  }
  h1,
  h2,
  h3,
  figcaption {
    break-after: avoid;
  }
  .quote figcaption {
    break-before: avoid;
  }
  .arch li,
  .bg {
    break-inside: avoid;
  }
  p {
    orphans: 3;
    widows: 3;
  }
  .body a[href^="http"]::after {
    content: " (" attr(href) ")";
    font-size: 9pt;
  }
}
`;
