/**
 * A headline as part of a web address or a folder name: lower-case ASCII words joined by hyphens, at most `limit`
 * characters, cut at a word. Letters lose their accents by NFKD; a text with no Latin letter or digit gives `otherwise`.
 */
export const slug = (text: string, limit = 60, otherwise = 'release'): string => {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let joined = '';
  for (const word of words) {
    const next = joined ? `${joined}-${word}` : word.slice(0, limit);
    if (next.length > limit) break;
    joined = next;
  }
  return joined || otherwise;
};
