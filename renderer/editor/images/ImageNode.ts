import {
  $applyNodeReplacement,
  $createParagraphNode,
  $getEditor,
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedElementNode,
  type Spread,
} from 'lexical';
import type { ReleaseId } from '../../../shared/release/model';
import { isMediaName } from '../../../shared/release/media';
import { releaseIdSchema } from '../../../shared/release/parse';
import { makeFigure, showPicture } from './figure';
import type { Picture } from './picture';
import { sourceOf } from './source';

type SerializedImageNode = Spread<{ picture: Picture; from: string }, SerializedElementNode>;

/**
 * An image of the text. Its caption is text like any other, in one paragraph within it, so that quotes are found there and
 * undo knows it; the picture and what is said of it stand before, and are no text. Words are never joined with those
 * around it.
 */
export class ImageNode extends ElementNode {
  __picture: Picture;
  /** The release in whose folder the file lay when it was put here; null where that is not known. */
  __from: ReleaseId | null;

  static override getType(): string {
    return 'image';
  }

  static override clone(node: ImageNode): ImageNode {
    return new ImageNode(node.__picture, node.__from, node.__key);
  }

  static override importJSON(json: SerializedImageNode): ImageNode {
    const from = releaseIdSchema.safeParse(json.from);
    return $createImageNode(json.picture, from.success ? from.data : null).updateFromJSON(json);
  }

  constructor(picture: Picture, from: ReleaseId | null, key?: NodeKey) {
    super(key);
    this.__picture = picture;
    this.__from = from;
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedImageNode>): this {
    const self = super.updateFromJSON(json);
    // What comes from the clipboard may come from anywhere.
    if (!isMediaName(json.picture.file)) throw new Error('a picture on the clipboard has no file of ours');
    return self;
  }

  override exportJSON(): SerializedImageNode {
    return { ...super.exportJSON(), picture: this.getPicture(), from: this.getFrom() ?? '' };
  }

  override exportDOM(): DOMExportOutput {
    const { alternative } = this.getPicture();
    const element = document.createElement('figure');
    const picture = document.createElement('img');
    picture.alt = alternative;
    element.append(picture);
    return { element };
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const figure = makeFigure(editor, this.__key);
    showPicture(figure, this.__picture, this.__from ?? sourceOf(editor));
    return figure;
  }

  override updateDOM(before: this, figure: HTMLElement): boolean {
    if (before.__picture !== this.__picture || before.__from !== this.__from)
      showPicture(figure, this.__picture, this.__from ?? sourceOf($getEditor()));
    return false;
  }

  override getDOMSlot(figure: HTMLElement): ElementDOMSlot {
    const caption = figure.querySelector<HTMLElement>(':scope > figcaption');
    return super.getDOMSlot(figure).withElement(caption ?? figure);
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): boolean {
    return false;
  }

  getPicture(): Picture {
    return this.getLatest().__picture;
  }

  setPicture(picture: Picture): this {
    const writable = this.getWritable();
    writable.__picture = picture;
    return writable;
  }

  getFrom(): ReleaseId | null {
    return this.getLatest().__from;
  }

  setFrom(from: ReleaseId): this {
    const writable = this.getWritable();
    writable.__from = from;
    return writable;
  }
}

export const $isImageNode = (node: LexicalNode | null | undefined): node is ImageNode => node instanceof ImageNode;

export const $createImageNode = (picture: Picture, from: ReleaseId | null): ImageNode =>
  $applyNodeReplacement(new ImageNode(picture, from));

/** The paragraph that holds an image's caption, made where it is not there. */
export const $captionOf = (image: ImageNode): ElementNode => {
  const first = image.getFirstChild();
  if (first instanceof ElementNode) return first;
  const paragraph = $createParagraphNode();
  image.append(paragraph);
  return paragraph;
};
