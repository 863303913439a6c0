import { REMARK_PARTS, type RemarkPart } from '../../shared/review/model';

/** A stretch of one block that is selected on the page. */
export type Selected = {
  readonly part: RemarkPart;
  readonly block: number;
  readonly start: number;
  readonly end: number;
};

/** What is selected in the text, within one block: null where nothing is. Of several blocks, what is selected in the first counts. */
export const selectedIn = (page: HTMLElement | null): Selected | null => {
  const selection = document.getSelection();
  if (page === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const from = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const block = from?.closest<HTMLElement>('[data-part]');
  if (!block || !page.contains(block)) return null;
  const part = REMARK_PARTS.find((each) => each === block.dataset.part);
  if (part === undefined) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  const whole = before.toString().length;
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = block.contains(range.endContainer) ? start + range.toString().length : whole;
  return start < end ? { part, block: Number(block.dataset.block), start, end } : null;
};
