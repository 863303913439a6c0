// The fallback runtime has no default app, the part of Electron that loads an app named on the command line. This is
// ours, with what development and tests use: `electron [-r MODULE]… [switches] APP-FOLDER [arguments]`.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const electron = require('electron');

/** @typedef {{ name?: string, productName?: string, version?: string, desktopName?: string }} Manifest */
/** @typedef {{ _preloadModules(modules: string[]): void, _resolveFilename(file: string): string, _load(file: string, parent: null, isMain: boolean): void }} Loader */

/** What Electron gives its default app beyond the documented functions. */
/** @typedef {typeof electron.app & { setVersion(version: string): void, setAppPath(folder: string): void }} WholeApp */
const app = /** @type {WholeApp} */ (electron.app);

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const modules = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--require') {
      at += 1;
      modules.push(args[at] ?? '');
    } else if (!arg.startsWith('-')) {
      return { modules, folder: path.resolve(arg) };
    }
  }
  return { modules, folder: undefined };
}

/** @param {string} folder */
function describeApp(folder) {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8')));
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
}

const loader = /** @type {Loader} */ (/** @type {unknown} */ (Module));
const { modules, folder } = readArguments(process.argv.slice(1));
if (folder === undefined) {
  process.stderr.write('No app: name its folder on the command line.\n');
  process.exit(1);
} else {
  if (modules.length > 0) loader._preloadModules(modules);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  describeApp(folder);
  const main = loader._resolveFilename(folder);
  app.setAppPath(existsSync(path.join(folder, 'package.json')) ? folder : path.dirname(main));
  loader._load(main, null, true);
}
