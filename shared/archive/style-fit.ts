/** Narrow windows, more contrast, colours that the reader forces. */
export const FIT_CSS = `@media (max-width: 56rem) {
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
  .ways {
    margin-inline-start: 0;
  }
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
`;
