import type { Block, Release } from '../release/model';
import { blockTexts } from '../release/text';

/** A text that a release's page shows, and where it stands in the release, as “in paragraph 2”. */
export type PlacedText = { readonly where: string; readonly text: string };

const blockPlaces = (blocks: readonly Block[], of: string): PlacedText[] =>
  blocks.flatMap((block, index) => {
    const where = `paragraph ${index + 1}${of}`;
    return [
      ...blockTexts(block).map((text) => ({ where: `in ${where}`, text })),
      ...block.runs.flatMap(({ text, link }) =>
        link === undefined ? [] : [{ where: `in the link “${text}” in ${where}`, text: link }],
      ),
    ];
  });

/** Every text that a release's page shows, with its place; contacts for the media only are not among them. */
export const placedTexts = (release: Release): PlacedText[] => [
  { where: 'in the headline', text: release.headline },
  { where: 'in the standfirst', text: release.standfirst },
  ...blockPlaces(release.body, ''),
  ...blockPlaces(release.notes, ' of the notes to editors'),
  ...release.topics.map((text) => ({ where: 'in a topic', text })),
  ...release.quotes.flatMap(({ speaker }) =>
    speaker ? [{ where: 'in the name or role of a speaker', text: `${speaker.name} ${speaker.role}` }] : [],
  ),
  ...release.contacts
    .filter(({ mediaOnly }) => !mediaOnly)
    .map(({ name, role }) => ({ where: 'in the name or role of a contact', text: `${name} ${role}` })),
];
