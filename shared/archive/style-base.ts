/** Colours, type, and what frames every page: skip link, the organisation, the foot, the mark of a preview. */
export const BASE_CSS = `:root {
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
  --notice: #eef2f6;
  --corrected: #7f4700;
  --corrected-bg: #fdf4e3;
  --gone: #8a0f1e;
  --gone-bg: #fdeceb;
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
    --notice: #1f262d;
    --corrected: #f0b860;
    --corrected-bg: #2b2416;
    --gone: #ff9b98;
    --gone-bg: #2e1a1c;
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
    400 1.125rem/1.55 "Source Serif 4",
    Georgia,
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
.ways,
.pages,
.topics,
.roles,
form,
.m,
figcaption,
.back,
.end {
  font-family: "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
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
  font-family: "Source Sans 3", Arial, sans-serif;
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
.ways {
  margin-inline-start: auto;
}
.org .logo {
  align-self: center;
}
.org .logo img {
  display: block;
  width: auto;
  max-width: 100%;
  height: auto;
  max-height: 3rem;
}
.org .site {
  font-size: 1rem;
}
.site ul,
.ways ul,
.pages ul,
.topics ul {
  list-style: none;
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
  margin: 0;
  padding: 0;
}
.site a,
.ways a {
  display: block;
  padding: 0.25rem 0;
  color: inherit;
  font-size: 1rem;
}
.site a:focus-visible,
.ways a:focus-visible {
  color: var(--focus-ink);
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
.end a {
  display: inline-block;
  padding: 0.1875rem 0;
  margin-inline-end: 1.25rem;
}
.preview {
  margin: 0;
  padding: 0.75rem 1.25rem;
  background: #fdf4e3;
  color: #5c3300;
  border-bottom: 3px solid #7f4700;
  font:
    700 1rem/1.4 "Source Sans 3",
    "Segoe UI",
    Arial,
    sans-serif;
  text-align: center;
}
`;
