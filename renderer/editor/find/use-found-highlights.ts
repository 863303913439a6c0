import { useLayoutEffect } from 'react';
import type { FoundPlace } from '../../../shared/release/find';
import { $toBody } from '../to-release';
import type { Texts } from './replace';
import { fieldOf, rangeOf } from './show-place';

/** So many places are shown in the text at once; all are counted and stepped through. */
const MOST_SHOWN = 1_000;

/** Shows the found places over the text by the browser's own highlights, and the field that holds the current one. */
export const useFoundHighlights = (texts: Texts, places: readonly FoundPlace[], current: number | null): void => {
  const { body, notes } = texts;
  useLayoutEffect(() => {
    const keys = {
      body: body.getEditorState().read($toBody).keys,
      notes: notes?.getEditorState().read($toBody).keys ?? [],
    };
    const range = (place: FoundPlace): Range[] =>
      'block' in place ? [rangeOf({ body, notes }, place, keys[place.part])].filter((each) => each !== null) : [];
    const here = current === null ? undefined : places[current];
    CSS.highlights.set('found', new Highlight(...places.slice(0, MOST_SHOWN).flatMap(range)));
    const chosen = new Highlight(...(here === undefined ? [] : range(here)));
    chosen.priority = 1;
    CSS.highlights.set('found-here', chosen);
    const field = here === undefined || 'block' in here ? null : fieldOf(here.part)?.parentElement;
    field?.classList.add('found-here');
    return () => {
      field?.classList.remove('found-here');
      for (const name of ['found', 'found-here']) CSS.highlights.delete(name);
    };
  }, [body, notes, places, current]);
};
