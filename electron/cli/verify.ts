import { join, resolve } from 'node:path';
import { MANIFEST } from '../../shared/archive/bag';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { putBack } from '../export/bundle-folder';
import { checkSignature, readVerifyingKey } from '../export/minisign';
import { SIGNATURE } from '../export/seal';
import { type Verdict, verifyBundle } from '../export/verify-bundle';
import { readIfThere } from '../newsroom/history';
import { type Command, report, textOption } from './command';

export const verify: Command = {
  name: 'verify',
  usage: 'DIR [--key PUBLICKEY]',
  summary: 'Checks a bundle against its manifest: altered, missing, extra',
  help: [
    'DIR   the folder of the bundle',
    '--key PUBLICKEY   also checks the signature: a public key of minisign, its file or its line',
    'Exit code 1: the bundle is not what was exported, or not signed with that key.',
    'Where an export was cut short and the bundle is not in its place, the last one is put back first.',
  ],
  options: { key: { type: 'string' } },
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
    const named = textOption(given, 'key');
    const signed = named === null ? null : await signedWith(where, named);
    const isFine = found.ok && signed?.ok !== false;
    const signature = signed === null ? {} : { signature: signed.ok ? signed.value : null };
    await report(given, io, { ...found, ...signature, putBack: back }, [
      ...(back === null
        ? []
        : [`put back: an export was cut short; the bundle from before lay in ${back} and is in its place again`]),
      ...found.altered.map((path) => `altered: ${path}`),
      ...found.missing.map((path) => `missing: ${path}`),
      ...found.extra.map((path) => `extra: ${path}`),
      ...(signed === null ? [] : [signed.ok ? `signed: ${signed.value}` : `not signed: ${signed.fault.message}`]),
      found.ok ? 'whole' : 'not whole',
    ]);
    return ok(isFine ? 0 : 1);
  },
};

/** Checks the signature over a bundle's manifest; `named` is a public key, or the file that holds it. */
const signedWith = async (folder: string, named: string): Promise<Result<string, Fault>> => {
  const text = await readIfThere(named);
  const key = readVerifyingKey(text === null ? named : text.toString('utf8'));
  if (!key.ok) return key;
  const [manifest, signature] = await Promise.all([MANIFEST, SIGNATURE].map((name) => readIfThere(join(folder, name))));
  if (!manifest || !signature) return failed(fault('not-found', 'The bundle carries no signature.'));
  return checkSignature(manifest, signature.toString('utf8'), key.value);
};
