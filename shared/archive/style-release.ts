/** A release and everything that has its form. */
export const RELEASE_CSS = `.cols {
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
  margin-inline-start: 0.625rem;
  padding-inline-start: 0.75rem;
  border-inline-start: 1px solid var(--line);
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
.notice {
  margin: 0 0 1.5rem;
  padding: 0.75rem 1rem;
  border-inline-start: 4px solid var(--rule);
  background: var(--notice);
}
.notice.corrected,
.notice.gone {
  border: 1px solid var(--corrected);
  border-inline-start-width: 8px;
  background: var(--corrected-bg);
  font-family: "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  font-size: 1.0625rem;
  line-height: 1.45;
}
.notice.corrected b {
  color: var(--corrected);
}
.notice.gone {
  border-color: var(--gone);
  background: var(--gone-bg);
}
.notice.gone b {
  color: var(--gone);
}
.notice p {
  margin: 0 0 0.375rem;
}
.notice p:last-child {
  margin: 0;
}
.topics {
  margin-top: 1.75rem;
}
.topics {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
  align-items: baseline;
}
.topics a {
  display: block;
  padding: 0.25rem 0;
}
.back {
  margin: 1.75rem 0 0;
  font-size: 1rem;
  font-weight: 700;
}
blockquote.block {
  margin: 0 0 1rem;
  padding-left: 1.25rem;
  border-left: 4px solid var(--line);
}
.image {
  margin: 0 0 1.5rem;
}
.image img {
  display: block;
  max-width: 100%;
  height: auto;
}
.image figcaption {
  margin-top: 0.5rem;
  font-size: 1rem;
  line-height: 1.4;
  color: var(--ink-2);
}
.credit {
  display: block;
}
.table {
  overflow-x: auto;
  margin: 0 0 1.5rem;
}
.table table {
  border-collapse: collapse;
  min-width: 100%;
  font-size: 1rem;
  line-height: 1.4;
}
.table caption {
  padding-bottom: 0.5rem;
  text-align: start;
  font-weight: 700;
}
.table th,
.table td {
  padding: 0.5rem 0.75rem;
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
.table thead th {
  border-bottom: 2px solid var(--ink-2);
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
