import type { ImageBlock } from './model';

const FILE_NAME = /^[^\s]*\.(?:jpe?g|png|gif|webp|svg|heic|tiff?|bmp|avif)$|\.(?:jpe?g|png|gif|webp|heic)$/i;
/** What cameras, telephones and programs call a picture when nobody has named it. */
const CAMERA_NAME =
  /^(?:img|dsc[fn]?|pxl|dji|gopr|mvimg|screenshot|screen shot|whatsapp image|untitled|image|picture|photo|unnamed)[\s_.-]*[\d\s_.:()-]*(?:\s(?:at|am|pm)\b[\d\s_.:()-]*)*$/i;
const OPENING = /^(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|pic|graphic)\s+(?:of|showing)\b/i;

/** The longest alternative text a screen reader's user can be expected to hear in one go, in UTF-16 code units. */
const LONG = 250;

/**
 * What stops an image from being published: `missing` where nothing says what it shows and it is not decorative,
 * `file-name` where what is said is a file's name or what a camera calls its pictures. Null where all is well.
 */
export const alternativeFault = (
  image: Pick<ImageBlock, 'alternative' | 'decorative'>,
): 'missing' | 'file-name' | null => {
  if (image.decorative) return null;
  const text = image.alternative.trim();
  // A sign alone, or one that stands for a letter, tells nobody anything.
  if (!/[\p{L}\p{N}]/u.test(text)) return 'missing';
  return FILE_NAME.test(text) || CAMERA_NAME.test(text) ? 'file-name' : null;
};

/** What is worth a look in an alternative text that may be published as it is; a whole sentence, or null. */
export const alternativeAdvice = ({ alternative }: Pick<ImageBlock, 'alternative'>): string | null => {
  const text = alternative.trim();
  if (OPENING.test(text)) return 'Screen readers say “image” themselves: begin with what is to be seen.';
  if (text.length > LONG)
    return `It is long (${text.length.toLocaleString('en-GB')} characters): what needs more words belongs in the caption or the text.`;
  return null;
};
