// Where things stand in the checkout, for every script. Plain Node 20: no dependency.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's top folder, absolute. */
export const top = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {readonly string[]} parts path below the top folder */
export const inTop = (...parts) => path.join(top, ...parts);

/**
 * Whether a module is the script that Node was started with, not one that another imports.
 * @param {string} moduleUrl import.meta.url
 */
export const isEntry = (moduleUrl) => moduleUrl === pathToFileURL(process.argv[1] ?? '').href;

/**
 * The environment for child processes: tools of node_modules, and its newer Node, come first in PATH.
 * @param {Readonly<Record<string, string>>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(extra = {}) {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const tools = inTop('node_modules', '.bin');
  const inherited = process.env[pathName] ?? '';
  const search = inherited.split(path.delimiter)[0] === tools ? inherited : tools + path.delimiter + inherited;
  return { ...process.env, ...extra, [pathName]: search };
}
