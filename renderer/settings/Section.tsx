import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** Other words by which it is looked for. */
  readonly words: string;
  /** What is looked for. */
  readonly find: string;
  readonly children: ReactNode;
};

/** Whether all words that are looked for stand in a section’s title or words, each from its beginning. */
export const isFound = (find: string, text: string): boolean => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return find
    .toLowerCase()
    .split(/\s+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};

/** A part of the settings; what is not looked for is not shown. */
export const Section = ({ title, words, find, children }: Props) => (
  <section aria-label={title} hidden={!isFound(find.trim(), `${title} ${words}`)}>
    <h2>{title}</h2>
    {children}
  </section>
);
