import { resolve } from 'node:path';
import { ok } from '../../shared/result';
import { examine } from '../newsroom/doctor';
import { mend } from '../newsroom/mend';
import { readSettings } from '../newsroom/read-all';
import { withLock } from './write-lock';
import { type Command, isSet, needed, noPositionals, report } from './command';

export const doctor: Command = {
  name: 'doctor',
  usage: '--newsroom DIR [--fix]',
  summary: 'Examines a newsroom, whether everything is whole',
  help: [
    '--newsroom DIR   the newsroom',
    '--fix            mends what can be mended; only adds and moves, never removes a text',
    'Exit code 1: something is wrong (with --fix: still wrong afterwards).',
  ],
  options: { newsroom: { type: 'string' }, fix: { type: 'boolean' } },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const named = needed(given, 'newsroom', 'which newsroom');
    if (!named.ok) return named;
    const folder = resolve(named.value);
    const settings = await readSettings(folder);
    if (!settings.ok && settings.fault.code === 'no-newsroom') return settings;
    const mended = isSet(given, 'fix')
      ? await withLock(folder, io.who, io, async () =>
          ok(await mend(folder, { now: io.now, device: io.device, who: io.who })),
        )
      : ok([]);
    if (!mended.ok) return mended;
    const fixed = mended.value;
    const { findings, releases } = await examine(folder, { now: io.now });
    await report(given, io, { releases, findings, fixed }, [
      ...fixed.map((each) => `mended: ${each.where}: ${each.message}`),
      ...findings.map((each) => `${each.code}: ${each.where}: ${each.message}`),
      findings.length === 0
        ? `${releases} releases, nothing wrong`
        : `${releases} releases, ${findings.length} findings`,
    ]);
    return ok(findings.length === 0 ? 0 : 1);
  },
};
