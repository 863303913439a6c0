import type { Block, Release } from '../release/model';
import type { ImportPreview } from './model';

/**
 * The release of a preview, with those lines that were held to be page furniture but are wanted after all put back
 * where they stood, as paragraphs. `keep`: indices into `preview.dropped`; others than those there are ignored.
 */
export const acceptImport = (preview: ImportPreview, keep: readonly number[]): Release => {
  const kept = preview.dropped.filter((_, index) => keep.includes(index));
  const put = (part: 'body' | 'notes', blocks: readonly Block[]): Block[] => {
    const here = kept.filter(({ place }) => place.part === part);
    const at = (index: number): Block[] =>
      here
        .filter(({ place }) => place.before === index)
        .map(({ text }) => ({ type: 'paragraph', runs: text === '' ? [] : [{ text }] }));
    return [...blocks.flatMap((block, index) => [...at(index), block]), ...at(blocks.length)];
  };
  const { release } = preview;
  return { ...release, body: put('body', release.body), notes: put('notes', release.notes) };
};
