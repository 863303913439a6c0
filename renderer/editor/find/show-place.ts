import type { FoundPlace } from '../../../shared/release/find';
import { domRange } from '../dom-range';
import { $toBody } from '../to-release';
import type { Texts } from './replace';

/** The editor in which a place lies, and where in its page; null for a field, or where the text is another by now. */
export const rangeOf = (
  { body, notes }: Pick<Texts, 'body' | 'notes'>,
  place: FoundPlace,
  keys?: readonly string[],
): Range | null => {
  if (!('block' in place)) return null;
  const editor = place.part === 'body' ? body : notes;
  const key = (keys ?? editor?.getEditorState().read($toBody).keys)?.[place.block];
  const element = key === undefined ? null : (editor?.getElementByKey(key) ?? null);
  return element && domRange(element, place.start, place.end);
};

export const fieldOf = (part: FoundPlace['part']): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>(`.growing.${part} > textarea`);

/** Brings a place into view; the focus stays where it is. */
export const showPlace = (texts: Pick<Texts, 'body' | 'notes'>, place: FoundPlace): void => {
  const element = 'block' in place ? rangeOf(texts, place)?.startContainer.parentElement : fieldOf(place.part);
  element?.scrollIntoView({ block: 'center' });
};

/** Puts the selection on a place, and the focus there. */
export const selectPlace = (texts: Pick<Texts, 'body' | 'notes'>, place: FoundPlace): void => {
  if (!('block' in place)) {
    const field = fieldOf(place.part);
    field?.focus();
    field?.setSelectionRange(place.start, place.end);
    return;
  }
  const range = rangeOf(texts, place);
  const editor = place.part === 'body' ? texts.body : texts.notes;
  editor?.getRootElement()?.focus({ preventScroll: true });
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  if (range)
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
};
