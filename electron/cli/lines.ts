/**
 * The lines of a stream of UTF-8, parted by line feeds alone: JSON may hold U+2028 as it stands, at which Node's own
 * reader would cut. A carriage return before the line feed belongs to the line's end.
 */
export async function* linesOfStream(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let parts: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    for (const line of lines.slice(0, -1)) {
      parts.push(line);
      yield withoutReturn(parts.join(''));
      parts = [];
    }
    parts.push(lines.at(-1) ?? '');
  }
  const rest = parts.join('') + decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
