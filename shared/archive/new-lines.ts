/** What a reading may go on by over the end of a line: a tag, what is read as one in the end, an escape of the end itself. */
const mayGoOn = (text: string): boolean =>
  text.includes('<') || text.includes('\\\n') || /&(?:#|amp|lt|gt)/i.test(text);

/**
 * Of a text that takes another's place, the lines that may hold what the other did not: all but those with which both begin,
 * and those with which both end but the first of these. The whole text where lines may not be read one by one.
 */
export const newLines = (text: string, old: string): string => {
  if (mayGoOn(text) || mayGoOn(old)) return text;
  const most = Math.min(text.length, old.length);
  let same = 0;
  while (same < most && text.charCodeAt(same) === old.charCodeAt(same)) same += 1;
  const start = same === 0 ? 0 : text.lastIndexOf('\n', same - 1) + 1;
  let behind = 0;
  while (behind < most - start && text.charCodeAt(text.length - behind - 1) === old.charCodeAt(old.length - behind - 1))
    behind += 1;
  // The first line behind may have another beginning.
  const end = text.indexOf('\n', text.length - behind);
  return text.slice(start, behind === 0 || end === -1 ? text.length : end);
};
