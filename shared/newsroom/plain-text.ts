import type { Block, Contact, ImageBlock, Release } from '../release/model';
import { blockText } from '../release/text';

/**
 * A release as plain text for people and for searching by other programs: the media copy, fields first, blank lines
 * between blocks, LF, a final newline. Derived: never read back.
 */
export const releaseAsText = (release: Release): string => {
  const last = release.publication?.after.at(-1);
  if (release.state === 'removed' && last?.kind === 'removed')
    return `This release was removed by ${last.by}, ${last.at}. Its text was erased.\n\n${last.reason}\n`;
  const parts = [
    release.embargo ? `EMBARGOED until ${release.embargo.instant} (entered in ${release.embargo.zone})` : '',
    release.reference && `Reference ${release.reference}`,
    release.headline,
    release.standfirst,
    [release.dateline.place, release.dateline.date].filter(Boolean).join(', '),
    ...blocksAsText(release.body),
    'ENDS',
    ...(release.notes.length > 0 ? ['Notes to editors', ...blocksAsText(release.notes)] : []),
    ...(release.contacts.length > 0 ? ['Media contacts', ...release.contacts.map(contactAsText)] : []),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
};

const contactAsText = (contact: Contact): string =>
  [
    [contact.name, contact.role, contact.phone, contact.email].filter(Boolean).join(', '),
    contact.mediaOnly ? '(media only)' : '',
  ]
    .filter(Boolean)
    .join(' ');

/** What a picture shows, its caption and whose it is, each on a line. */
const imageAsText = (image: ImageBlock): string =>
  [
    image.decorative ? '' : `[Image: ${image.alternative === '' ? 'not described' : image.alternative}]`,
    blockText(image),
    image.credit,
  ]
    .filter(Boolean)
    .join('\n');

/**
 * Each block as a line; list items with a bullet or their number, two spaces a level; a table's rows under one another, a
 * tab between cells.
 */
export const blocksAsText = (blocks: readonly Block[]): readonly string[] => {
  const counts: number[] = [];
  const texts: string[] = [];
  blocks.forEach((block, index) => {
    if (block.type === 'list-item') {
      counts.length = block.depth + 1;
      counts[block.depth] = (counts[block.depth] ?? 0) + 1;
      const mark = block.list === 'bulleted' ? '•' : `${counts[block.depth] ?? 1}.`;
      texts.push(`${'  '.repeat(block.depth)}${mark} ${blockText(block)}`);
      return;
    }
    counts.length = 0;
    const text = block.type === 'image' ? imageAsText(block) : blockText(block);
    if (block.type === 'table-row' && blocks[index - 1]?.type === 'table-row')
      texts.push(`${texts.pop() ?? ''}\n${text}`);
    else texts.push(text);
  });
  return texts;
};
