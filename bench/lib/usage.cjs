// Required before a program that is measured: as it ends it writes its processor time, in seconds, and the most memory it
// had, in megabytes, into the file that USAGE_FILE names. Not a module: one that is imported makes Node read the program
// twice.
const { readFileSync, writeFileSync } = require('node:fs');

/** The most memory so far. Linux gives a new program the mark of the one that started it, but for this file. */
const most = () => {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
};

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const used = { processor: (user + system) / 1e6, memory: Math.round(most()) };
  writeFileSync(process.env['USAGE_FILE'] ?? '', JSON.stringify(used));
});
