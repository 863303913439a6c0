type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one written form of a document: keys sorted by code unit, two spaces, LF, a final newline, text exactly as it is.
 * The same value gives the same bytes on every machine, and a lone surrogate is written as an escape, so that UTF-8
 * keeps it. `undefined` members are left out, as in JSON.
 */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(sorted(value as Json), null, 2)}\n`;

/**
 * The value of a document's text. Editors on Windows put a byte order mark in front of what they save: it is no part of it.
 * Throws `SyntaxError` where it is not JSON.
 */
export const jsonValue = (text: string): unknown => JSON.parse(text.replace(/^\uFEFF/u, ''));

/** A JSON text in the one written form, whatever it holds. Throws `SyntaxError` where it is not JSON. */
export const canonicalAgain = (text: string): string => canonicalJson(jsonValue(text));

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const object = value as { readonly [key: string]: Json };
  // Without a prototype, so that no key is anything but a member.
  const members = Object.create(null) as Record<string, Json>;
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) members[key] = sorted(member);
  }
  return members;
};
