/** Lists of releases, topics, people and quotes, and what stands beside them. */
export const LIST_CSS = `.latest {
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
.latest .counts li {
  display: flex;
  justify-content: space-between;
  padding: 0.3125rem 0;
}
.counts span {
  color: var(--ink-2);
  font-variant-numeric: tabular-nums;
}
.latest ul + h2 {
  margin-top: 1.75rem;
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
.arch .m span {
  display: inline-block;
  margin-inline-start: 0.625rem;
  padding: 0 0.5rem;
  border: 1px solid var(--corrected);
  color: var(--corrected);
  font-weight: 600;
}
.arch .e {
  font-size: 1.1875rem;
  line-height: 1.28;
  margin: 0;
  border: 0;
  padding: 0;
}
.arch section > h2 a {
  color: inherit;
}
.names {
  list-style: none;
  margin: 0 0 1rem;
  padding: 0;
}
.names li {
  padding: 0.375rem 0;
  border-bottom: 1px solid var(--line);
}
.names span {
  color: var(--ink-2);
  font-size: 0.9375rem;
}
.roles {
  margin: 0 0 1rem;
  color: var(--ink-2);
}
.pages a,
.more a {
  display: inline-block;
  padding: 0.375rem 0;
}
form {
  margin: 0 0 1rem;
}
form label {
  display: block;
  font-weight: 700;
}
form input,
form button {
  font: inherit;
  min-height: 2.75rem;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--ink-2);
  border-radius: 0;
  background: var(--bg);
  color: var(--ink);
}
form input {
  width: min(100%, 24rem);
  margin-inline-end: 0.5rem;
}
form button {
  background: var(--band);
  color: var(--on-band);
}
#search-hint {
  color: var(--ink-2);
  font-size: 1rem;
}
`;
