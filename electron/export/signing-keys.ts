import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { nodeFileSystem } from '../newsroom/file-system';
import { readIfThere } from '../newsroom/history';
import { saveFile, saveFolder } from '../newsroom/save-file';
import { type SigningKey, newSigningKey, verifyingLine } from './minisign';
import { hashOf } from './seal';

/** The system's keychain, as far as it is needed: it alone can read what it encrypted. */
export type Keychain = {
  readonly isThere: () => boolean;
  readonly encrypt: (text: string) => Uint8Array;
  readonly decrypt: (bytes: Uint8Array) => string;
};

export type SigningKeys = {
  /** The key that a newsroom's bundles are signed with; null where none was made. Fault: `unreadable`. */
  readonly read: (newsroom: string) => Promise<Result<SigningKey | null, Fault>>;
  /** Makes a newsroom's key, or gives the one it has; answers the public one, as minisign reads it. Fault: `refused` without a keychain. */
  readonly make: (newsroom: string) => Promise<Result<string, Fault>>;
};

const keySchema = z.strictObject({ number: z.base64(), seed: z.base64() });

/**
 * Keys for signing, one for each newsroom, in the app's own data, encrypted by the system's keychain: never in the newsroom,
 * which others may read, and never in the bundle.
 */
export const signingKeys = ({
  data,
  keychain,
}: {
  readonly data: string;
  readonly keychain: Keychain;
}): SigningKeys => {
  const folder = path.join(data, 'signing');
  const placeOf = (newsroom: string): string => path.join(folder, hashOf(path.resolve(newsroom)).slice(0, 32));
  const read: SigningKeys['read'] = (newsroom) =>
    onDisk<SigningKey | null>(placeOf(newsroom), async () => {
      const bytes = await readIfThere(placeOf(newsroom));
      if (bytes === null) return ok(null);
      try {
        const { number, seed } = keySchema.parse(JSON.parse(keychain.decrypt(bytes)));
        return ok(newSigningKey(Buffer.from(number, 'base64'), Buffer.from(seed, 'base64')));
      } catch (error) {
        const message =
          'The signing key of this newsroom cannot be read: the keychain of this computer does not open it. Nothing was exported. Sign in to the computer as the one who made it, or export with a key of your own by the command line.';
        return failed(fault('unreadable', message, { where: placeOf(newsroom), detail: String(error) }));
      }
    });
  return {
    read,
    make: async (newsroom) => {
      const there = await read(newsroom);
      if (!there.ok) return there;
      if (there.value !== null) return ok(verifyingLine(there.value));
      if (!keychain.isThere())
        return failed(
          fault(
            'refused',
            'This computer has no keychain that could keep a key, so none was made. Sign by the command line with a key of minisign, or export without a signature.',
          ),
        );
      const [number, seed] = [randomBytes(8), randomBytes(32)];
      const text = JSON.stringify({ number: number.toString('base64'), seed: seed.toString('base64') });
      return onDisk<string>(folder, async () => {
        await saveFolder(folder, nodeFileSystem);
        await saveFile(placeOf(newsroom), keychain.encrypt(text), nodeFileSystem);
        return ok(verifyingLine(newSigningKey(number, seed)));
      });
    },
  };
};
