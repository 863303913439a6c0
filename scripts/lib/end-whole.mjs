/**
 * Ends a program with all its processes at once, as a power cut would. Playwright starts it as the leader of its own group, so
 * that a negative number reaches all of it.
 * @param {number} pid
 */
export const endWhole = (pid) => {
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
};
