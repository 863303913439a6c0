import { resolve } from 'node:path';
import { fault } from '../../shared/fault';
import { failed, ok } from '../../shared/result';
import { putBack } from '../export/bundle-folder';
import { type Verdict, verifyBundle } from '../export/verify-bundle';
import { type Command, report } from './command';

export const verify: Command = {
  name: 'verify',
  usage: 'DIR',
  summary: 'Checks a bundle against its manifest: altered, missing, extra',
  help: [
    'DIR   the folder of the bundle',
    'Exit code 1: the bundle is not what was exported.',
    'Where an export was cut short and the bundle is not in its place, the last one is put back first.',
  ],
  options: {},
  run: async (given, io) => {
    const [folder, more] = given.positionals;
    if (folder === undefined || more !== undefined) return failed(fault('invalid', 'Say one folder.'));
    const where = resolve(folder);
    let found: Verdict;
    let back: string | null;
    try {
      back = await putBack(where);
      found = await verifyBundle(where);
    } catch (error) {
      const message = 'This folder holds no bundle whose manifest can be read. Choose the folder that was exported to.';
      return failed(fault('not-found', message, { where, detail: String(error) }));
    }
    await report(given, io, { ...found, putBack: back }, [
      ...(back === null
        ? []
        : [`put back: an export was cut short; the bundle from before lay in ${back} and is in its place again`]),
      ...found.altered.map((path) => `altered: ${path}`),
      ...found.missing.map((path) => `missing: ${path}`),
      ...found.extra.map((path) => `extra: ${path}`),
      found.ok ? 'whole' : 'not whole',
    ]);
    return ok(found.ok ? 0 : 1);
  },
};
