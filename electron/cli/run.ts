import { parseArgs } from 'node:util';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from '../newsroom/disk-fault';
import { type Arguments, type CliIo, type Command, type ExitCode, print } from './command';

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Runs what the arguments name; says what is wrong with them on standard error and gives 2. */
export const runCommandLine = async (
  commands: readonly Command[],
  argv: readonly string[],
  io: CliIo,
): Promise<ExitCode> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await print(io, overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const known = commands.map((each) => each.name).join(', ');
    const what = name.startsWith('-') ? 'option' : 'command';
    io.stderr.write(`standfirst: there is no ${what} “${name}”. The commands are ${known}.\n`);
    return 2;
  }
  const given = parsed(command, rest);
  if (!given.ok) return refused(command, given.fault, rest.includes('--json'), io);
  if (given.value.values['help'] === true) {
    await print(io, helpOf(command));
    return 0;
  }
  const done = await attempt(command, given.value, io);
  return done.ok ? done.value : refused(command, done.fault, given.value.values['json'] === true, io);
};

/** An error of the file system that a command did not foresee is told like a fault; an error of the program goes up. */
const attempt = async (command: Command, given: Arguments, io: CliIo): Promise<Result<ExitCode, Fault>> => {
  try {
    return await command.run(given, io);
  } catch (error) {
    return failed(diskFault(error, ''));
  }
};

const parsed = (command: Command, argv: readonly string[]): Result<Arguments, Fault> => {
  const options = { ...COMMON, ...command.options };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return ok({ values, positionals });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [first = ''] = error.message.split(/\. |\n/);
    return failed(fault('invalid', `${first.replace(/\.$/, '')}.`));
  }
};

const refused = async (command: Command, why: Fault, asJson: boolean, io: CliIo): Promise<2> => {
  const where = why.where === undefined || why.where === '' ? '' : `\n  where: ${why.where}`;
  const detail = why.detail === undefined ? '' : `\n  detail: ${why.detail}`;
  const more = why.code === 'invalid' ? `\n  help: standfirst ${command.name} --help` : '';
  io.stderr.write(`standfirst ${command.name}: ${why.message}${where}${detail}${more}\n`);
  if (asJson) await print(io, `${JSON.stringify({ fault: why })}\n`);
  return 2;
};

const overview = (commands: readonly Command[]): string =>
  [
    'Usage: standfirst <command> [options]',
    '',
    ...commands.map((each) => `  ${each.name.padEnd(10)} ${each.summary}`),
    '',
    'Every command takes --json and --help. Exit code 0: fine; 1: findings; 2: it could not run.',
    '',
  ].join('\n');

const helpOf = (command: Command): string =>
  [
    `Usage: standfirst ${command.name} ${command.usage}`,
    '',
    `${command.summary}.`,
    ...command.help.map((line) => `  ${line}`),
    '  --json   one JSON document instead of lines for people',
    '  --help   this text',
    '',
  ].join('\n');
