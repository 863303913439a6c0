import { sha256Hex } from '../../shared/digest';
import { erasedFrom } from '../../shared/newsroom/chain';
import { parseHistoryLine } from '../../shared/newsroom/parse';

/**
 * A line of a history without the words that may stand in it: a draft's name, and what a note says (which may be quoted
 * words, or a reason), and to whom a sheet for approval went. Who did what and when stays, and so does the hash of the line as it was, from which the next line
 * follows. Of a line that cannot be read only the hash is left. A line without words, or the one that says that the
 * release was removed, is as it was.
 */
export const eraseLine = (text: string): string => {
  if (erasedFrom(text) !== null && isErased(text)) return text;
  const original = sha256Hex(text);
  const parsed = parseHistoryLine(text);
  if (!parsed.ok) return JSON.stringify({ original });
  const line = parsed.value;
  if (line.kind === 'thinned' || line.kind === 'removed') return text;
  if (line.name === '' && line.note === undefined && line.sheet === undefined) return text;
  const { seq, time, who, kind, object, previous } = line;
  return JSON.stringify({ seq, time, who, kind, name: '', object, original, previous });
};

/** Whether a line is one that `eraseLine` made: an `original` alone does not make it so. */
const isErased = (text: string): boolean => {
  if (/^\{"original":"[0-9a-f]{64}"\}$/.test(text)) return true;
  const parsed = parseHistoryLine(text);
  if (!parsed.ok || parsed.value.kind === 'thinned') return false;
  const { name, note, sheet, original } = parsed.value;
  return original !== undefined && name === '' && note === undefined && sheet === undefined;
};
