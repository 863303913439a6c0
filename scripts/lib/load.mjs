import { runnerImport } from 'vite';
import { inTop } from './tree.mjs';

/**
 * A module of the app, by its path below the top folder, for scripts that ask of its own code.
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
export const load = async (file) => /** @type {Module} */ ((await runnerImport(inTop(file))).module);
