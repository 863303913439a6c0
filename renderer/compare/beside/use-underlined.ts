import { useLayoutEffect } from 'react';
import type { Range as TextRange } from '../../../shared/release/model';
import { useMedia } from '../../ui/use-media';
import type { WrittenText } from '../../written-text';

const NAME = 'beside-added';

/**
 * Underlines words on the page through the browser's custom highlights: the text itself is never touched. With forced colours
 * there are none, since the system paints every highlight as if it were selected.
 */
export const useUnderlined = (text: WrittenText, ranges: readonly TextRange[]): void => {
  const isForced = useMedia('(forced-colors: active)');
  useLayoutEffect(() => {
    if (isForced) return;
    CSS.highlights.set(NAME, new Highlight(...ranges.flatMap((range) => text.rangeOf(range) ?? [])));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [text, ranges, isForced]);
};
