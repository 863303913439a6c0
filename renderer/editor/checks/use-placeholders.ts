import type { LexicalEditor } from 'lexical';
import { useLayoutEffect } from 'react';
import { placeholdersIn } from '../../../shared/archive/check-placeholders';
import type { Block } from '../../../shared/release/model';
import { blockText } from '../../../shared/release/text';
import { useMedia } from '../../ui/use-media';
import { domRange } from '../dom-range';
import type { Session } from '../session';
import type { Checks } from './use-checks';

type Places = ReturnType<typeof placeholdersIn>;

/** What was found in a block: a block that did not change is the same value. */
const known = new WeakMap<Block, Places>();
const placesIn = (block: Block): Places => {
  const places = known.get(block) ?? placeholdersIn(blockText(block));
  known.set(block, places);
  return places;
};

/** Shows in the text what was left to be filled in (TK, [name], £XX), a moment after it was written, as the checks do. */
export const usePlaceholders = (editor: LexicalEditor, session: Session, checks: Checks | null): void => {
  // The system would paint them as if they were selected.
  const isForced = useMedia('(forced-colors: active)');
  useLayoutEffect(() => {
    if (isForced || checks === null) return;
    const { blocks, keys } = checks.of.body;
    const now = session.state().body.blocks;
    const ranges = blocks.flatMap((block, index) => {
      const places = block === now[index] ? placesIn(block) : [];
      const element = places.length === 0 ? null : editor.getElementByKey(keys[index] ?? '');
      return element === null ? [] : places.flatMap(({ start, end }) => domRange(element, start, end) ?? []);
    });
    CSS.highlights.set('to-fill', new Highlight(...ranges));
    return () => void CSS.highlights.delete('to-fill');
  }, [editor, session, checks, isForced]);
};
