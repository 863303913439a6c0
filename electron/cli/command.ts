import { once } from 'node:events';
import type { ParseArgsOptionsConfig } from 'node:util';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';

/** What a command meets of the world, so that a test can hand it another. */
export type CliIo = {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly now: () => Date;
  /** This machine's name, for the history. */
  readonly device: string;
  /** The folder in which the app keeps its own data; null where it cannot be told. */
  readonly appData: string | null;
  /** Who is at work, as far as the system knows. */
  readonly who: string;
};

/** 0: fine. 1: findings. 2: it could not run. */
export type ExitCode = 0 | 1 | 2;

export type Arguments = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
};

export type Command = {
  readonly name: string;
  /** What stands after the name in its usage line. */
  readonly usage: string;
  /** One line of what it does. */
  readonly summary: string;
  /** More, for its own help. */
  readonly help: readonly string[];
  /** Besides `--json` and `--help`, which every command has. */
  readonly options: ParseArgsOptionsConfig;
  readonly run: (given: Arguments, io: CliIo) => Promise<Result<ExitCode, Fault>>;
};

export const isSet = ({ values }: Arguments, name: string): boolean => values[name] === true;
export const textOption = ({ values }: Arguments, name: string): string | null => {
  const value = values[name];
  return typeof value === 'string' ? value : null;
};

/** An option that the command cannot do without. Fault: `invalid`. */
export const needed = (given: Arguments, name: string, what: string): Result<string, Fault> => {
  const value = textOption(given, name);
  return value === null || value === '' ? failed(fault('invalid', `Say ${what} with --${name}.`)) : ok(value);
};

/** Refuses arguments that the command has no use for. */
export const noPositionals = ({ positionals }: Arguments): Result<null, Fault> =>
  positionals.length === 0 ? ok(null) : failed(fault('invalid', `“${positionals[0] ?? ''}” is one argument too many.`));

/** Writes to standard output and waits while the reader is behind. */
export const print = async ({ stdout }: CliIo, text: string): Promise<void> => {
  if (!stdout.write(text)) await once(stdout, 'drain');
};

/** Prints one JSON document, or lines for people. */
export const report = async (given: Arguments, io: CliIo, document: unknown, lines: readonly string[]): Promise<void> =>
  print(io, isSet(given, 'json') ? `${JSON.stringify(document)}\n` : lines.map((line) => `${line}\n`).join(''));
