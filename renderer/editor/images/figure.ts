import { type LexicalEditor, type NodeKey, createCommand } from 'lexical';
import { mediaAddress } from '../../../shared/ipc/media-address';
import { alternativeFault } from '../../../shared/release/alternative';
import type { ReleaseId } from '../../../shared/release/model';
import type { Picture } from './picture';

/** Asks for what is said of an image: its alternative text, its credit. */
export const DESCRIBE_IMAGE_COMMAND = createCommand<NodeKey>('DESCRIBE_IMAGE');
/** The picture itself was pressed: the whole image is chosen, for copying or taking away. */
export const CHOOSE_IMAGE_COMMAND = createCommand<NodeKey>('CHOOSE_IMAGE');

/** The elements of an image on the page: the picture and what is said of it, which are no text, and the caption, which is. */
export const makeFigure = (editor: LexicalEditor, key: NodeKey): HTMLElement => {
  const figure = document.createElement('figure');
  figure.className = 'picture';
  const shown = document.createElement('div');
  shown.className = 'picture-shown';
  shown.contentEditable = 'false';
  const image = document.createElement('img');
  image.draggable = false;
  image.addEventListener('click', () => editor.dispatchCommand(CHOOSE_IMAGE_COMMAND, key));
  image.addEventListener('error', () => figure.setAttribute('data-lost', ''));
  image.addEventListener('load', () => figure.removeAttribute('data-lost'));
  const lost = document.createElement('p');
  lost.className = 'picture-lost';
  lost.textContent = 'The picture’s file is not in the newsroom, or is not the one that was kept.';
  const foot = document.createElement('div');
  foot.className = 'picture-foot';
  const told = document.createElement('span');
  told.className = 'picture-told';
  const describe = document.createElement('button');
  describe.type = 'button';
  describe.className = 'b';
  describe.addEventListener('click', () => editor.dispatchCommand(DESCRIBE_IMAGE_COMMAND, key));
  foot.append(told, describe);
  shown.append(image, lost, foot);
  figure.append(shown, document.createElement('figcaption'));
  return figure;
};

const FAULTS = {
  missing: 'Not described yet',
  'file-name': 'A file’s name describes nothing',
} as const;

/** What stands under a picture of how those who do not see it are told. */
export const descriptionWords = (picture: Picture): string => {
  const fault = alternativeFault(picture);
  if (fault !== null) return FAULTS[fault];
  const said = picture.decorative ? 'Decorative' : `Described: ${picture.alternative.trim()}`;
  return picture.credit === '' ? said : `${said} · ${picture.credit}`;
};

/** Puts what is known of a picture into its elements. */
export const showPicture = (figure: HTMLElement, picture: Picture, release: ReleaseId | null): void => {
  const image = figure.querySelector('img');
  const told = figure.querySelector('.picture-told');
  const describe = figure.querySelector('button');
  if (!image || !told || !describe) return;
  const isDescribed = alternativeFault(picture) === null;
  if (release !== null && image.getAttribute('src') !== mediaAddress(release, picture.file))
    image.src = mediaAddress(release, picture.file);
  image.alt = picture.decorative ? '' : picture.alternative;
  image.width = picture.width;
  image.height = picture.height;
  told.textContent = descriptionWords(picture);
  told.classList.toggle('wanting', !isDescribed);
  describe.textContent = isDescribed ? 'Change…' : 'Describe…';
  describe.setAttribute('aria-label', isDescribed ? 'Change the image’s description…' : 'Describe the image…');
};
