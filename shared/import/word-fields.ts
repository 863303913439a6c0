import { isAllowedLink } from '../release/link';
import type { Run } from '../release/model';

export type WordFields = {
  /** A field begins, goes over to what it shows, or ends: `begin`, `separate`, `end`. */
  readonly mark: (kind: string) => void;
  /** A part of what the innermost field is told to do. */
  readonly say: (instruction: string) => void;
  /** The link that the words here are, by the fields they stand in. */
  readonly link: () => Pick<Run, 'link'>;
};

/** So many fields that stand in each other are asked for a link, the innermost ones: no document nests them so deep. */
const DEEPEST = 50;
const HYPERLINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]+))/i;

/** How words look that are a link; those to a place in the document itself are none. */
export const linkOf = (target: string): Pick<Run, 'link'> => (isAllowedLink(target) ? { link: target } : {});

/** Follows the fields that words of a Word document stand in; they may stand in each other, and go over paragraphs. */
export const makeWordFields = (): WordFields => {
  const open: string[] = [];
  return {
    mark: (kind) => {
      if (kind === 'begin') open.push('');
      else if (kind === 'end') open.pop();
    },
    say: (instruction) => {
      if (open.length > 0) open.push(`${open.pop() ?? ''}${instruction}`);
    },
    link: () => {
      const targets = open.slice(-DEEPEST).flatMap((said) => HYPERLINK.exec(said)?.slice(1).filter(Boolean) ?? []);
      return linkOf(targets.at(-1) ?? '');
    },
  };
};
