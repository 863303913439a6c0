import type { Block, Release } from '../release/model';
import { blockTexts } from '../release/text';

/** Where in a release a text stands, to go to: a field, or a block of the body or of the notes. */
export type TextPlace = {
  readonly part: 'headline' | 'standfirst' | 'body' | 'notes' | 'topics' | 'contacts';
  /** The block's number, from 0; 0 for a field. */
  readonly block: number;
};

/** A text that a release's page shows, and where it stands in the release, as “in paragraph 2”. */
export type PlacedText = { readonly where: string; readonly text: string; readonly at: TextPlace };

const blockPlaces = (blocks: readonly Block[], part: 'body' | 'notes'): PlacedText[] =>
  blocks.flatMap((block, index) => {
    const where = `paragraph ${index + 1}${part === 'notes' ? ' of the notes to editors' : ''}`;
    const at = { part, block: index };
    return [
      ...blockTexts(block).map((text) => ({ where: `in ${where}`, text, at })),
      ...block.runs.flatMap(({ text, link }) =>
        link === undefined ? [] : [{ where: `in the link “${text}” in ${where}`, text: link, at }],
      ),
    ];
  });

const field = (part: TextPlace['part']): TextPlace => ({ part, block: 0 });

/** Every text that a release's page shows, with its place; contacts for the media only are not among them. */
export const placedTexts = (release: Release): PlacedText[] => [
  { where: 'in the headline', text: release.headline, at: field('headline') },
  { where: 'in the standfirst', text: release.standfirst, at: field('standfirst') },
  ...blockPlaces(release.body, 'body'),
  ...blockPlaces(release.notes, 'notes'),
  ...release.topics.map((text) => ({ where: 'in a topic', text, at: field('topics') })),
  // What is kept of a quote that is not in the text any more, or is none, the page does not show.
  ...release.quotes.flatMap(({ speaker, ranges, notAQuote }) =>
    speaker && ranges.length > 0 && notAQuote !== true
      ? [{ where: 'in the name or role of a speaker', text: `${speaker.name} ${speaker.role}`, at: field('body') }]
      : [],
  ),
  ...release.contacts
    .filter(({ mediaOnly }) => !mediaOnly)
    .map(({ name, role }) => ({
      where: 'in the name or role of a contact',
      text: `${name} ${role}`,
      at: field('contacts'),
    })),
];
