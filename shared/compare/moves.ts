import { type Draft, nothing } from './line';

/** Says on both ends of each move where the other is, and from which paragraph to which it went. */
export const withWhere = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft, index) => {
    const { of } = draft;
    if (of === null || of.moved === null) return draft;
    const other = drafts.findIndex((one, at) => at !== index && one.of === of);
    const between = drafts
      .slice(Math.min(index, other) + 1, Math.max(index, other))
      .filter(({ right }) => right.has === 'words').length;
    const far = FAR[between] ?? between.toLocaleString('en-GB');
    const distance = (way: string): string =>
      between === 0 ? `just ${way}` : `${far} ${between === 1 ? 'paragraph' : 'paragraphs'} ${way}`;
    if (draft.right.has === 'nothing') {
      const way = other > index ? 'down' : 'up';
      return {
        ...draft,
        left: { ...draft.left, ...(draft.left.has === 'words' ? { tag: `Moved ${way}, ${of.moved}` } : {}) },
        right: nothing(`Moved: now ${distance(way)}`),
      };
    }
    const isFromAbove = other < index;
    return {
      ...draft,
      left: nothing(`Moved: was ${distance(isFromAbove ? 'up' : 'down')}`),
      right: {
        ...draft.right,
        tag: of.title.replace(/^Moved/, `Moved from ${isFromAbove ? 'above' : 'below'}, ${of.moved}`),
      },
    };
  });

const FAR = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
