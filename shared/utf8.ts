/*
 * Text as bytes, by what browsers and Node have alike (the Encoding Standard). Declared here: neither is part of the language.
 */
declare const TextEncoder: new () => {
  readonly encode: (text: string) => Uint8Array;
  readonly encodeInto: (text: string, into: Uint8Array) => { readonly written: number };
};
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly ignoreBOM: true },
) => { readonly decode: (bytes: Uint8Array) => string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The bytes of a text; half of a surrogate pair becomes U+FFFD. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of bytes, a byte order mark with it; bytes that are no UTF-8 become U+FFFD. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

/** A sign takes three bytes at most, of a surrogate pair four for two. */
const MOST = 3;

/** Gives the bytes of one text after another in one and the same place: each holds until the next is asked for. */
export const makeScratch = (): ((text: string) => Uint8Array) => {
  let scratch = new Uint8Array(1 << 12);
  return (text) => {
    if (text.length * MOST > scratch.length) scratch = new Uint8Array(text.length * MOST * 2);
    return scratch.subarray(0, encoder.encodeInto(text, scratch).written);
  };
};
