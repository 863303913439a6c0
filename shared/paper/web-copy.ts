import { contactLines } from './contact-lines';
import { dayWords } from '../archive/dates';
import { stringsFor } from '../archive/strings';
import type { NewsroomSettings } from '../newsroom/model';
import { blocksAsText } from '../newsroom/plain-text';
import type { Release } from '../release/model';

/**
 * A release as readers get it on the web, as plain text for looking at: its notes are the background, and there is no embargo
 * line, no ENDS, no number for the night and no contact for the media only. In the release's language where the archive
 * has it. Blank lines between blocks, LF, a final newline.
 */
export const webCopyText = (
  release: Release,
  settings: Pick<NewsroomSettings, 'organisation' | 'boilerplate' | 'language'>,
): string => {
  const words = stringsFor(release.language, settings.language);
  const { date } = release.dateline;
  const background = blocksAsText(release.notes);
  const { organisation, boilerplate } = settings;
  const contacts = contactLines(release.contacts.filter(({ mediaOnly }) => !mediaOnly));
  const parts = [
    release.headline,
    date === '' ? '' : dayWords(date, words.language),
    release.standfirst,
    ...blocksAsText(release.body),
    ...(background.length === 0 ? [] : [words.background, ...background]),
    ...(boilerplate.trim() === '' ? [] : [words.about(organisation), boilerplate]),
    ...(contacts.length === 0 ? [] : [words.pressContact, contacts.join('\n')]),
  ];
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
};
