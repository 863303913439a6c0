import {
  $applyNodeReplacement,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
  type SerializedElementNode,
  $createParagraphNode,
} from 'lexical';

/** The caption of the table behind it. */
export class TableCaptionNode extends ElementNode {
  static override getType(): string {
    return 'table-caption';
  }

  static override clone(node: TableCaptionNode): TableCaptionNode {
    return new TableCaptionNode(node.__key);
  }

  static override importJSON(json: SerializedElementNode): TableCaptionNode {
    return $createTableCaptionNode().updateFromJSON(json);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'table-caption';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): boolean {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection, restore?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restore);
    return paragraph;
  }

  override collapseAtStart(): boolean {
    this.replace($createParagraphNode().append(...this.getChildren()));
    return true;
  }
}

export const $isTableCaptionNode = (node: LexicalNode | null | undefined): node is TableCaptionNode =>
  node instanceof TableCaptionNode;

export const $createTableCaptionNode = (): TableCaptionNode => $applyNodeReplacement(new TableCaptionNode());
