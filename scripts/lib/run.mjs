import { spawn } from 'node:child_process';
import { childEnvironment, top } from './tree.mjs';

/** @typedef {{ env?: Record<string, string>, cwd?: string, timeout?: number }} RunOptions */
/**
 * @typedef {{ code: number, output: string, out: string }} Finished
 * `output` holds both streams, in the order they came; `out` only what was answered, without what was said beside it
 */

const onWindows = process.platform === 'win32';
const WINDOWS_COMMANDS = new Set(['npm', 'npx']);

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @param {import('node:child_process').StdioOptions} stdio
 */
function start(command, args, options, stdio) {
  return spawn(command, args, {
    cwd: options.cwd ?? top,
    env: childEnvironment(options.env),
    stdio,
    timeout: options.timeout,
    // npm is a command file there, which only a shell can start; its arguments are fixed words of ours
    shell: onWindows && WINDOWS_COMMANDS.has(command),
  });
}

/**
 * Runs a command whose output is read, not shown. A command that cannot be started counts as exit code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function runQuietly(command, args, options = {}) {
  const child = start(command, args, options, ['ignore', 'pipe', 'pipe']);
  let output = '';
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    output += chunk;
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => void (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n`, out }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === null ? 1 : 128), output, out }));
  });
}

/**
 * Runs a command that talks to the terminal itself, and hands on its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function runShown(command, args, options = {}) {
  const child = start(command, args, options, 'inherit');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/**
 * The last lines of a command's output, without npm's remarks on the user's own settings.
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 20) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^npm warn Unknown .* config/.test(line));
  return lines.slice(-count).join('\n');
}
