/** What Chromium needs to start for root on Linux, as on build machines: no sandbox of its own. */
export const AS_ROOT = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
