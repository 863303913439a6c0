const ALLOWED = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * The address of a link that may be handed to the system, in its one normal spelling, or null. Only https, http, mailto
 * and tel; a name or password before the host is refused, since it is there to mislead the reader.
 */
export function outsideLink(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null; // not an address
  }
  if (!ALLOWED.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
