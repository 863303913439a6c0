import { resolve } from 'node:path';
import { ok } from '../../shared/result';
import { listBackups } from '../backup/list-backups';
import { backupFolder } from '../backup/place';
import { examineBundle } from '../export/examine-bundle';
import { openChains } from '../newsroom/chain';
import { examine } from '../newsroom/doctor';
import { nodeFileSystem as fs } from '../newsroom/file-system';
import { openIndexes } from '../newsroom/indexes';
import { mend } from '../newsroom/mend';
import { openPresence } from '../newsroom/presence';
import { readSettings } from '../newsroom/read-all';
import { type Command, isSet, needed, noPositionals, report, textOption } from './command';
import { withWriting } from './write-lock';

export const doctor: Command = {
  name: 'doctor',
  usage: '--newsroom DIR [--fix] [--bundle DIR] [--app-data DIR]',
  summary: 'Examines a newsroom, whether everything is whole',
  help: [
    '--newsroom DIR   the newsroom',
    '--fix            mends what can be mended; only adds and moves, never removes a text',
    '--bundle DIR     a bundle exported from it: whether what was handed over is in the histories as it was',
    '--app-data DIR   where the app keeps what it has seen of the histories; its usual folder unless given',
    'Exit code 1: something is wrong (with --fix: still wrong afterwards).',
  ],
  options: {
    newsroom: { type: 'string' },
    fix: { type: 'boolean' },
    bundle: { type: 'string' },
    'app-data': { type: 'string' },
  },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const named = needed(given, 'newsroom', 'which newsroom');
    if (!named.ok) return named;
    const folder = resolve(named.value);
    const settings = await readSettings(folder);
    if (!settings.ok && settings.fault.code === 'no-newsroom') return settings;
    const data = textOption(given, 'app-data') ?? io.appData;
    const indexes = data === null ? null : openIndexes(folder, { data: resolve(data), fs });
    const mended = isSet(given, 'fix')
      ? await withWriting(folder, io.who, io, async () =>
          ok(await mend(folder, { now: io.now, device: io.device, who: io.who, indexes })),
        )
      : ok([]);
    if (!mended.ok) return mended;
    const fixed = mended.value;
    const known = { data: data === null ? '' : resolve(data), newsroom: folder, now: io.now, fs };
    const chains = data === null ? null : await openChains(known);
    const presence =
      data === null
        ? null
        : await openPresence({ ...known, onFault: ({ message }) => void io.stderr.write(`standfirst: ${message}\n`) });
    const examined = await examine(folder, { now: io.now, chains, presence, indexes });
    const bundle = textOption(given, 'bundle');
    const exported = bundle === null ? ok([]) : await examineBundle(resolve(bundle), folder);
    if (!exported.ok) return exported;
    const { releases } = examined;
    const findings = [...examined.findings, ...exported.value];
    const lastBackup = data === null ? null : await lastWhole(await backupFolder(resolve(data), folder));
    await report(given, io, { releases, findings, fixed, ...(lastBackup === null ? {} : { lastBackup }) }, [
      ...fixed.map((each) => `mended: ${each.where}: ${each.message}`),
      ...findings.map((each) => `${each.code}: ${each.where}: ${each.message}`),
      ...(lastBackup === null ? [] : [`the last backup is of ${lastBackup}`]),
      findings.length === 0
        ? `${releases} releases, nothing wrong`
        : `${releases} releases, ${findings.length} findings`,
    ]);
    return ok(findings.length === 0 ? 0 : 1);
  },
};

/** When the last backup that is whole was made; null where none is known of. */
const lastWhole = async (folder: string): Promise<string | null> =>
  (await listBackups(folder)).find(({ facts }) => facts !== null)?.at ?? null;
