/** The look of the archive: one file, no script, no font or picture from elsewhere; light, dark, print. */
export const ARCHIVE_CSS = `:root {
  color-scheme: light dark;
  --bg: #fff;
  --ink: #1a1e22;
  --ink-2: #434c54;
  --line: #c5ccd1;
  --link: #14508c;
  --seen: #5a2d82;
  --band: #14304d;
  --on-band: #fff;
  --rule: #14508c;
  --focus: #ffd43b;
  --focus-ink: #1a1e22;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #15191d;
    --ink: #e9ebed;
    --ink-2: #bcc4cb;
    --line: #414a52;
    --link: #8dc1fa;
    --seen: #d2b3f5;
    --band: #0b1927;
    --rule: #8dc1fa;
  }
}
* {
  box-sizing: border-box;
}
html {
  -webkit-text-size-adjust: 100%;
}
body {
  margin: 0;
  background: var(--bg);
  color: var(--ink);
  font:
    400 1.125rem/1.55 Georgia,
    "Noto Naskh Arabic",
    serif;
  font-variant-numeric: lining-nums;
  overflow-wrap: break-word;
}
.wrap {
  max-width: 66rem;
  margin: 0 auto;
  padding: 0 1.25rem;
}
a {
  color: var(--link);
  text-underline-offset: 0.15em;
  text-decoration-thickness: max(1px, 0.0625em);
}
a:visited {
  color: var(--seen);
}
a:hover {
  text-decoration-thickness: 0.17em;
}
:focus-visible {
  outline: 3px solid var(--focus);
  background: var(--focus);
  color: var(--focus-ink);
  box-shadow: 0 3px var(--focus-ink);
  text-decoration: none;
}
h1,
h2,
h3,
.org,
.date,
.crumb,
.latest,
.years,
.m,
figcaption,
.back,
.end {
  font-family: "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
.skip {
  position: absolute;
  left: 0;
  top: 0;
  padding: 0.75rem 1.25rem;
  background: var(--focus);
  color: var(--focus-ink) !important;
  transform: translateY(-110%);
  z-index: 1;
  font-family: Arial, sans-serif;
}
.skip:focus {
  transform: none;
}
.org {
  background: var(--band);
  color: var(--on-band);
  padding: 0.875rem 0;
  line-height: 1.3;
}
.org .wrap {
  display: flex;
  flex-wrap: wrap;
  gap: 0.125rem 1.5rem;
  align-items: baseline;
}
.org .name {
  color: inherit;
  font-weight: 700;
  text-decoration: none;
}
.org .name:focus-visible {
  color: var(--focus-ink);
}
.org .what {
  font-size: 1rem;
}
.cols {
  display: grid;
  grid-template-columns: minmax(0, 40rem) minmax(0, 17rem);
  justify-content: space-between;
  gap: 2.5rem;
  padding: 1.5rem 0 3rem;
}
.crumb {
  margin: 0 0 1rem;
  font-size: 1.0625rem;
}
.crumb a::before {
  content: "‹ ";
}
h1 {
  font-size: clamp(1.75rem, 1.3rem + 1.9vw, 2.5rem);
  line-height: 1.14;
  letter-spacing: -0.012em;
  margin: 0 0 0.625rem;
  text-wrap: balance;
}
h2 {
  font-size: 1.25rem;
  line-height: 1.25;
  margin: 0 0 0.5rem;
}
.date {
  margin: 0 0 1.25rem;
  color: var(--ink-2);
  font-size: 1.0625rem;
}
.date span {
  margin-left: 0.5rem;
  padding-left: 0.75rem;
  border-left: 1px solid var(--line);
}
.sf {
  font-size: 1.3125rem;
  line-height: 1.42;
  margin: 0 0 1.5rem;
  text-wrap: pretty;
}
.body p,
.bg p {
  margin: 0 0 1rem;
  text-wrap: pretty;
}
.quote {
  margin: 1.25rem 0 1.5rem;
}
.quote blockquote {
  margin: 0;
  padding-left: 1.25rem;
  border-left: 4px solid var(--rule);
}
.quote blockquote p {
  margin: 0 0 0.875rem;
}
.quote blockquote p:last-child {
  margin: 0;
}
.quote blockquote p {
  hanging-punctuation: first;
}
.quote figcaption {
  margin: 0.625rem 0 0 1.5rem;
  font-size: 1rem;
  color: var(--ink-2);
  line-height: 1.4;
}
.quote figcaption b {
  color: var(--ink);
}
.bg {
  border-top: 1px solid var(--line);
  padding-top: 1.125rem;
  margin-top: 1.75rem;
  font-size: 1rem;
}
.bg ul {
  margin: 0;
  padding-inline-start: 1.125rem;
}
.bg li {
  margin-bottom: 0.375rem;
}
.back {
  margin: 1.75rem 0 0;
  font-size: 1rem;
  font-weight: 700;
}
.latest {
  font-size: 1.0625rem;
  line-height: 1.4;
  padding-top: 0.25rem;
  align-self: start;
}
.latest h2 {
  font-size: 1.125rem;
  border-top: 3px solid var(--ink);
  padding-top: 0.625rem;
}
.latest ul {
  list-style: none;
  margin: 0;
  padding: 0;
}
.latest li {
  padding: 0.625rem 0;
  border-bottom: 1px solid var(--line);
}
.latest time {
  display: block;
  color: var(--ink-2);
  font-size: 0.9375rem;
  margin-top: 0.125rem;
}
.latest .months li {
  display: flex;
  justify-content: space-between;
  padding: 0.3125rem 0;
}
.months span {
  color: var(--ink-2);
  font-variant-numeric: tabular-nums;
}
.latest .all {
  font-weight: 700;
}
.get {
  margin-top: 1.75rem;
}
.get p {
  margin: 0;
}
.arch {
  padding-top: 0.5rem;
}
main > h1,
main > .crumb {
  padding-top: 1.75rem;
}
main > .crumb + h1 {
  padding-top: 0;
}
.arch .get:first-child,
.arch nav + section h2 {
  margin-top: 0;
}
.years ul {
  list-style: none;
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.375rem;
  margin: 0 0 1.25rem;
  padding: 0;
}
.years a {
  display: block;
  padding: 0.375rem 0;
  font-size: 1.0625rem;
}
.years [aria-current] {
  font-weight: 700;
  color: var(--ink);
  box-shadow: inset 0 -4px var(--rule);
}
.arch > div h2 {
  border-bottom: 3px solid var(--ink);
  padding-bottom: 0.375rem;
  margin-top: 1.5rem;
}
.arch > div h2 span {
  font-weight: 400;
  color: var(--ink-2);
  font-size: 1rem;
}
.arch ol {
  list-style: none;
  margin: 0 0 1rem;
  padding: 0;
}
.arch ol li {
  padding: 0.875rem 0;
  border-bottom: 1px solid var(--line);
}
.arch h3 {
  font-size: 1.1875rem;
  line-height: 1.28;
  margin: 0;
}
.arch ol p {
  margin: 0.25rem 0 0;
  font-size: 1.0625rem;
  line-height: 1.45;
}
.arch ol .m {
  font-size: 0.9375rem;
  color: var(--ink-2);
}
.end {
  border-top: 1px solid var(--line);
  padding: 1.25rem 0 2rem;
  font-size: 0.9375rem;
  color: var(--ink-2);
}
.end p {
  margin: 0 0 0.375rem;
}
@media (max-width: 56rem) {
  .cols {
    grid-template-columns: minmax(0, 1fr);
    gap: 2.25rem;
    padding-bottom: 2rem;
  }
  .latest {
    max-width: 40rem;
    width: 100%;
  }
}
@media (max-width: 30rem) {
  body {
    font-size: 1.0625rem;
  }
  .wrap {
    padding: 0 1rem;
  }
  .cols {
    padding-top: 1rem;
  }
  .arch {
    padding-top: 0.25rem;
  }
  main > h1 {
    padding-top: 1rem;
  }
  .sf {
    font-size: 1.1875rem;
  }
  .quote blockquote {
    padding-left: 0.875rem;
  }
  .quote figcaption {
    margin-left: 1.125rem;
  }
  .date span {
    display: block;
    margin: 0.125rem 0 0;
    padding: 0;
    border: 0;
  }
}
@media (prefers-contrast: more) {
  :root {
    --ink-2: var(--ink);
    --line: var(--ink);
  }
}
@media (forced-colors: active) {
  .org {
    border-bottom: 1px solid;
  }
}
@media print {
  :root {
    color-scheme: light;
    --bg: #fff;
    --ink: #000;
    --ink-2: #333;
    --line: #999;
    --link: #000;
    --seen: #000;
    --rule: #000;
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
  .years {
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

.preview {
  margin: 0;
  padding: 0.75rem 1.25rem;
  background: #fdf4e3;
  color: #5c3300;
  border-bottom: 3px solid #7f4700;
  font:
    700 1rem/1.4 "Segoe UI",
    Arial,
    sans-serif;
  text-align: center;
}
blockquote.block {
  margin: 0 0 1rem;
  padding-left: 1.25rem;
  border-left: 4px solid var(--line);
}
.body ul,
.body ol {
  margin: 0 0 1rem;
  padding-inline-start: 1.5rem;
}
.body h2,
.body h3,
.body h4 {
  margin: 1.5rem 0 0.5rem;
}
li[dir="rtl"],
[dir="rtl"] [dir="ltr"] {
  text-align: right;
}
[dir="rtl"] .quote figcaption {
  margin: 0.625rem 1.5rem 0 0;
}
[dir="rtl"] .quote blockquote {
  padding: 0 1.25rem 0 0;
  border-left: 0;
  border-right: 4px solid var(--rule);
}
`;
