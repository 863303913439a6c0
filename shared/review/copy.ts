import { blocksHtml, listsHtml } from '../archive/blocks';
import { escape, languageAttributes, runsHtml } from '../archive/html';
import { compare } from '../compare/compare';
import { embargoText } from '../compare/embargo-text';
import type { Line } from '../compare/line';
import { layOut } from '../compare/lines';
import { SHEET_STYLE, changesHtml, columnsHtml } from '../compare/sheet-html';
import { placesInLine } from '../compare/places';
import { sha256Base64 } from '../digest';
import { datelineHtml } from '../paper/dateline';
import { hasEnded } from '../release/embargo';
import type { Block, Embargo, Instant, Release, VersionHash } from '../release/model';
import { CELL_END, tableAt } from '../release/tables';
import { blockText } from '../release/text';
import { textsOf } from './anchor';
import { COPY_SCRIPT } from './copy-script';
import { COPY_STYLE } from './copy-style';
import type { RemarkPart } from './model';

/** A draft for a reviewer without Standfirst. */
export type ReviewCopy = {
  readonly release: Release;
  /** The version that is shown: remarks that come back stand on it. */
  readonly text: VersionHash;
  /** Until when it is held, which is not the draft's own alone. */
  readonly embargo: Embargo | null;
  /** What the draft is called. */
  readonly draft: string;
  /** The text that it is compared with, and what that is called; null: the draft alone. */
  readonly before: { readonly release: Release; readonly name: string } | null;
  readonly organisation: string;
  readonly at: Instant;
  readonly zone: string;
};

/**
 * One HTML file, whole in itself: it loads nothing, and nothing in it runs but the one script that its policy names, which is
 * needed for answering and not for reading. Marked as a draft, and under embargo where it is, on every screen and every sheet.
 * Media-only contacts and remarks are not in it.
 */
export const reviewCopy = (copy: ReviewCopy): string => {
  const { release, text, embargo, draft, before, organisation, at, zone } = copy;
  const style = `${COPY_STYLE}${SHEET_STYLE}`;
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; script-src 'sha256-${sha256Base64(COPY_SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const headline = release.headline.trim() === '' ? 'No headline yet' : release.headline;
  const place = datelineHtml(release.dateline);
  const prepared = embargoText({ instant: `${at.slice(0, 16)}:00.000Z`, zone });
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>DRAFT: ${escape(headline)}</title>
<style>${style}</style>
</head>
<body data-release="${escape(release.id)}" data-text="${escape(text)}" data-draft="${escape(draft)}">
<div class="banner" role="note" aria-label="Status of this text"><p><strong>DRAFT</strong> · ${embargoHtml(embargo, at)}</p></div>
<header>
<p>${escape([organisation, draft].filter(Boolean).join(' · '))}</p>
<p>Prepared ${escape(prepared)}${before === null ? '' : `, beside ${escape(before.name)}`}. For review, not to be passed on.</p>
<noscript><p>To answer in this file, open it in a browser with scripts on. Or write an e-mail: each part has a number.</p></noscript>
</header>
<main>
${before === null ? draftHtml(release, headline, place) : comparisonHtml(copy, before)}
</main>
${replyForm()}
<script>${COPY_SCRIPT}</script>
</body>
</html>
`;
};

/** Until when it is held; one that had passed as the copy was made says so, and the draft is still not for publication. */
const embargoHtml = (embargo: Embargo | null, at: Instant): string => {
  if (embargo === null) return 'Not for publication';
  const until = escape(embargoText(embargo));
  return hasEnded(embargo, Date.parse(at))
    ? `Not for publication · Embargo over since ${until}`
    : `<strong>EMBARGOED</strong> until ${until}`;
};

const draftHtml = (release: Release, headline: string, place: string): string => {
  const notes =
    release.notes.length === 0
      ? ''
      : `<h2 lang="en-GB" dir="ltr">Notes to editors</h2>\n${answeredHtml(release.notes, 'notes')}`;
  return `<article${languageAttributes(release.language)}>
<div class="block"><h1>${escape(headline)}</h1>${answerHtml({ part: 'headline', block: 0, words: release.headline })}</div>
${release.standfirst === '' ? '' : `<div class="block"><p class="standfirst">${escape(release.standfirst)}</p>${answerHtml({ part: 'standfirst', block: 0, words: release.standfirst })}</div>\n`}${place === '' ? '' : `<p class="place">${place}</p>\n`}${answeredHtml(release.body, 'body')}
${notes}
</article>`;
};

/** Blocks, each with the place where it is answered: in a list that is in its items, of a table below it. */
const answeredHtml = (blocks: readonly Block[], part: 'body' | 'notes'): string => {
  const answer = (block: Block, index: number): string => answerHtml({ part, block: index, words: blockText(block) });
  const parts: string[] = [];
  for (let at = 0; at < blocks.length;) {
    const end = togetherUntil(blocks, at);
    const own = blocks.slice(at, end).map((block, nth) => ({ ...block, index: at + nth }));
    const items = own.filter((block) => block.type === 'list-item');
    parts.push(
      items.length > 0
        ? listsHtml(items, (item) => `${runsHtml(item.runs)}${answer(item, item.index)}`)
        : `${blocksHtml(own, [])}${own.map((block) => answer(block, block.index)).join('')}`,
    );
    at = end;
  }
  return parts.map((html) => `<div class="block">${html}</div>`).join('\n');
};

/** Where what begins at a block ends: the items of lists, or the rows of a table, are not parted. */
const togetherUntil = (blocks: readonly Block[], at: number): number => {
  if (blocks[at]?.type !== 'list-item') return tableAt(blocks, at)?.end ?? at + 1;
  const rest = blocks.slice(at).findIndex(({ type }) => type !== 'list-item');
  return rest === -1 ? blocks.length : at + rest;
};

const comparisonHtml = (copy: ReviewCopy, before: NonNullable<ReviewCopy['before']>): string => {
  const { release, draft } = copy;
  const [one, other] = [withoutMediaOnly(before.release), withoutMediaOnly(release)];
  const comparison = compare(one, other);
  const names = { before: before.name, after: draft };
  const layout = layOut(comparison, one, other, names);
  const placesOf = (line: Line): readonly Place[] =>
    placesInLine(line, comparison, 'after').map((at) => ({ ...at, words: textsOf(release, at.part)[at.block] ?? '' }));
  const asked = new Set<string>();
  const answers = (line: Line): string =>
    line.right.has === 'nothing'
      ? ''
      : placesOf(line)
          .filter(({ part, block }) => !asked.has(`${part} ${String(block)}`))
          .map((place) => {
            asked.add(`${place.part} ${String(place.block)}`);
            return answerHtml(place);
          })
          .join('');
  return `<h1>${escape(release.headline.trim() === '' ? 'No headline yet' : release.headline)}</h1>
<h2>What changed</h2>
${changesHtml(layout)}
<h2>The text</h2>
<article${languageAttributes(release.language)}>
${columnsHtml(layout, names, answers)}
</article>`;
};

/** A contact for the media alone goes to nobody else. */
const withoutMediaOnly = (release: Release): Release => ({
  ...release,
  contacts: release.contacts.filter(({ mediaOnly }) => !mediaOnly),
});

type Place = { readonly part: RemarkPart; readonly block: number; readonly words: string };

const NAMES: Readonly<Record<RemarkPart, string>> = {
  headline: 'the headline',
  standfirst: 'the standfirst',
  body: 'paragraph',
  notes: 'note',
};

/** What a part is called; a row of a table, of which many stand above their answers, by its first cell too. */
const nameOf = ({ part, block, words }: Place): string => {
  if (part === 'headline' || part === 'standfirst') return NAMES[part];
  const [cell = '', ...more] = words.split(CELL_END);
  return `${NAMES[part]} ${String(block + 1)}${more.length === 0 ? '' : `, “${cell}”`}`;
};

/** Where a block is answered: hidden until the script is there to save it; till then, and on paper, its number is there. */
const answerHtml = (place: Place): string => {
  const { part, block, words } = place;
  const number = String(block);
  const id = `${part}-${number}`;
  const name = nameOf(place);
  const rows = String(Math.min(12, 2 + Math.ceil(words.length / 70)));
  const called =
    part === 'headline' || part === 'standfirst'
      ? ''
      : `<small class="no" lang="en-GB" dir="ltr">${escape(`${name.charAt(0).toUpperCase()}${name.slice(1)}`)}</small>`;
  return `${called}<details class="answer" lang="en-GB" dir="ltr" data-part="${part}" data-block="${number}" hidden><summary>Remark on ${escape(name)}</summary>
<label for="remark-${id}">Remark</label><textarea class="remark" id="remark-${id}" rows="2"></textarea>
<label for="wording-${id}">Proposed wording: change it here</label><textarea class="wording" id="wording-${id}" rows="${rows}" dir="auto">\n${escape(words)}</textarea></details>`;
};

const replyForm = (): string => `<form id="reply" hidden>
<h2>Your answer</h2>
<p>Remarks and changed wording from the whole page are saved in one text file, on your computer. Nothing is sent: send the file back yourself.</p>
<p><label for="name">Your name</label><input id="name" name="name" autocomplete="name" maxlength="200"></p>
<div class="answer" data-part="whole" data-block="0" hidden><label for="remark-whole">Remark on the text as a whole</label><textarea class="remark" id="remark-whole" rows="3"></textarea></div>
<p><button type="submit">Save my remarks</button></p>
<p id="reply-status" role="status"></p>
</form>`;
