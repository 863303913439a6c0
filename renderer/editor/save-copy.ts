import type { Release } from '../../shared/release/model';
import { bridge } from '../bridge';
import { announce } from '../ui/announce';

/** Saves a copy where the writer says, and tells what came of it. */
export const saveCopy = async (release: Release): Promise<void> => {
  const saved = await bridge.recovery.saveCopy(release);
  if (saved.ok) announce(`A copy was saved: ${saved.value}`);
  else if (saved.fault.code !== 'cancelled') announce(`No copy was saved. ${saved.fault.message}`, true);
};
