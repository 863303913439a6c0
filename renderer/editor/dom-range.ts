const isLaterCell = (node: Node): boolean =>
  (node.nodeName === 'TD' || node.nodeName === 'TH') && node.previousSibling !== null;

/**
 * The DOM range of part of a block's text. `start` and `end` are UTF-16 offsets as in the release's block: a line break
 * counts one, lists inside a list item do not count. Null where the element does not hold that much text.
 */
export const domRange = (element: HTMLElement, start: number, end: number): Range | null => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    // A picture and what is said of it are no text of the block.
    if (node instanceof HTMLElement && node.contentEditable === 'false') return NodeFilter.FILTER_REJECT;
    if (node.nodeName === 'UL' || node.nodeName === 'OL') return NodeFilter.FILTER_REJECT;
    // What keeps an empty paragraph open is no line break of the text.
    if (node.nodeName === 'BR')
      return node.parentNode?.childNodes.length === 1 ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT;
    // One between two cells of a row.
    return isLaterCell(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  const range = document.createRange();
  let offset = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeType === Node.TEXT_NODE ? (node.nodeValue?.length ?? 0) : 1;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!begun && start < offset + length) {
        range.setStart(node, start - offset);
        begun = true;
      }
      if (begun && end <= offset + length) {
        range.setEnd(node, end - offset);
        return range;
      }
    }
    offset += length;
  }
  return null;
};
