import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { AS_ROOT } from './fixtures';

/** A bare window that opens files as a browser would: Standfirst's own windows open nothing but its own page. */
export const launchViewer = async (scratch: string): Promise<ElectronApplication> => {
  const viewer = path.join(scratch, 'viewer');
  await mkdir(viewer);
  await Promise.all([
    writeFile(path.join(viewer, 'package.json'), JSON.stringify({ name: 'viewer', main: 'main.cjs' })),
    writeFile(
      path.join(viewer, 'main.cjs'),
      `const { app, BrowserWindow } = require('electron');
       app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'));`,
    ),
  ]);
  const args = [viewer, ...AS_ROOT, `--user-data-dir=${path.join(scratch, 'viewer-data')}`];
  return _electron.launch({ args, cwd: path.resolve(__dirname, '..') });
};
