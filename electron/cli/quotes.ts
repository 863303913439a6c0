import { fault } from '../../shared/fault';
import type { Person } from '../../shared/people/model';
import { quotesOfText } from '../../shared/quotes/jsonl';
import type { Quote } from '../../shared/quotes/model';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Block, Range } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { failed, ok } from '../../shared/result';
import { type CliIo, type Command, type ExitCode, isSet, print, report, textOption } from './command';
import { linesOfStream } from './lines';
import { findRelease, openNamed } from './open';

export const quotes: Command = {
  name: 'quotes',
  usage: 'RELEASE [--newsroom DIR] | --jsonl',
  summary: 'Finds the quotes of a text and who said them',
  help: [
    'RELEASE          a release.json, text or HTML file, or with --newsroom an id, optionally @version',
    '--newsroom DIR   the newsroom whose people are known',
    '--jsonl          reads {"id","text"} lines from standard input, writes {"id","quotes"} lines',
    'Offsets count UTF-16 units of the paragraphs joined by a line feed (with --jsonl: of the text given).',
  ],
  options: { newsroom: { type: 'string' }, jsonl: { type: 'boolean' } },
  run: async (given, io) => {
    if (isSet(given, 'jsonl')) {
      if (given.positionals.length > 0)
        return failed(fault('invalid', 'With --jsonl the texts come from standard input.'));
      return ok(await quoteLines(io));
    }
    const [name, more] = given.positionals;
    if (name === undefined || more !== undefined) return failed(fault('invalid', 'Say one RELEASE.'));
    const release = await findRelease(name, given, io);
    if (!release.ok) return release;
    let people: readonly Person[] = [];
    let approvals: 'persons' | 'nobody' = 'persons';
    if (textOption(given, 'newsroom') !== null) {
      const store = await openNamed(given, io);
      const contents = store.ok ? await store.value.read() : store;
      if (!contents.ok) return contents;
      people = contents.value.people.people;
      approvals = contents.value.settings.approvals;
    }
    const { body } = release.value;
    const found = resolveQuotes(release.value, { people, approvals }).map((quote) => described(quote, body));
    const text = body.map(blockText).join('\n');
    const lines = found.map(
      (each) => `${each.speaker ?? '(no speaker)'} [${each.status}, ${each.confidence}]: ${each.words}`,
    );
    await report(given, io, { text, quotes: found }, lines);
    return ok(0);
  },
};

const described = (quote: Quote, body: readonly Block[]) => {
  const best = quote.proposals[0];
  const settled = quote.stored?.speaker ?? null;
  const first = quote.ranges[0];
  const last = quote.ranges.at(-1);
  return {
    start: first ? offsetOf(body, first) + first.start : 0,
    end: last ? offsetOf(body, last) + last.end : 0,
    speaker: settled?.name ?? (best ? best.name || best.mention || null : null),
    mention: best?.mention || null,
    role: settled?.role ?? best?.role ?? '',
    type: quote.type,
    confidence: settled ? 1 : (best?.confidence ?? 0),
    status: quote.status,
    missingClose: quote.missingClose,
    words: quote.words,
    ranges: quote.ranges,
  };
};

/** Where a block's text begins when all are joined by a line feed. */
const offsetOf = (body: readonly Block[], range: Range): number =>
  body.slice(0, range.block).reduce((sum, block) => sum + blockText(block).length + 1, 0);

/** One line in, one line out, whatever the size of the whole. A line that is no `{id,text}` is named and passed over. */
const quoteLines = async (io: CliIo): Promise<ExitCode> => {
  let number = 0;
  let code: ExitCode = 0;
  for await (const line of linesOfStream(io.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const asked = idAndText(line);
    if (asked === null) {
      io.stderr.write(`standfirst quotes: line ${number} is not {"id":…,"text":…}; it was passed over.\n`);
      code = 2;
    } else await print(io, `${JSON.stringify({ id: asked.id, quotes: quotesOfText(asked.text) })}\n`);
  }
  return code;
};

const idAndText = (line: string): { readonly id: unknown; readonly text: string } | null => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) return null;
  return typeof value.text === 'string' ? { id: value.id, text: value.text } : null;
};
