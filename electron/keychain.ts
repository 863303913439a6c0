import { safeStorage } from 'electron';
import type { Keychain } from './export/signing-keys';

/** The system's keychain, by way of Electron. On Linux there may be none; plain text under a known password is none. */
export const systemKeychain: Keychain = {
  isThere: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
};
