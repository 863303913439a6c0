// A display for windows where there is none: Xvfb, started and ended by us.
import { spawn } from 'node:child_process';
import { StepFailure } from './say.mjs';

/**
 * What Chromium sets in its own environment as it starts, as it sets it. Where all of that stands there already, nothing is
 * added: a thread of its own reads the environment meanwhile, and now and then fell where that was moved under it.
 */
const SET_BY_CHROMIUM = {
  CHROME_DESKTOP: 'Standfirst.desktop',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
  ORIGINAL_XDG_CURRENT_DESKTOP: 'undefined',
};

/** @returns {boolean} whether windows can open on this machine as it is */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '');
}

/**
 * Runs work with a display: the one that is there, else an Xvfb of our own on a free number, ended afterwards.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work gets what to add to its children's environment
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const server = await startXvfb();
  try {
    return await work({ DISPLAY: server.display, ...SET_BY_CHROMIUM });
  } finally {
    await server.stop();
  }
}

/** @returns {Promise<{ display: string, stop: () => Promise<void> }>} */
function startXvfb() {
  // Xvfb writes the display's number to file descriptor 3 once it takes connections.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill();
    });
  return new Promise((resolve, reject) => {
    let problems = '';
    child.stderr?.on('data', (chunk) => (problems += String(chunk)));
    const fail = (/** @type {string} */ why) =>
      reject(
        new StepFailure(
          `there is no display, and Xvfb did not start: ${why}`,
          'install xvfb (Debian: apt-get install -y xvfb xauth), or run it where a screen is.',
        ),
      );
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(problems.trim() || `it ended with code ${code ?? '?'}`));
    let number = '';
    child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      number += String(chunk);
      if (number.endsWith('\n')) resolve({ display: `:${number.trim()}`, stop });
    });
  });
}
