import type { Release } from '../../shared/release/model';
import { bridge } from '../bridge';
import { announce, refuse } from '../ui/announce';

/** Saves a copy where the writer says, and tells what came of it. */
export const saveCopy = async (release: Release): Promise<void> => {
  const saved = await bridge.recovery.saveCopy(release);
  if (saved.ok) announce(`A copy was saved: ${saved.value}`);
  else if (saved.fault.code !== 'cancelled') refuse(`No copy was saved. ${saved.fault.message}`);
};
