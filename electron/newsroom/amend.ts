import type { OpenRelease } from '../../shared/ipc/contract';
import type { Release, VersionHash } from '../../shared/release/model';
import type { Filed, Ground } from './ground';
import { versionHash } from './history';
import { writeRelease, writeReleaseText } from './release-file';

export type Writer = {
  /**
   * Writes a release over what stands on disk. From before the first byte the new text counts as ours: when the write
   * reports an error after its rename, or the plain text beside it fails, the page's next try is not a conflict.
   */
  readonly write: (filed: Filed, release: Release, standsOn: VersionHash) => Promise<VersionHash>;
  /** Changes what belongs to the store, not to the page: state, publication, overrides; with them the text where it is put back. */
  readonly amend: (filed: Filed, change: Partial<Release>) => Promise<OpenRelease>;
};

/** How acts write a release that is there. */
export const makeWriter = ({ fs, rows, lineage, known }: Pick<Ground, 'fs' | 'rows' | 'lineage' | 'known'>): Writer => {
  const write: Writer['write'] = async (filed, release, standsOn) => {
    const version = versionHash(release);
    let landed = false;
    // Until it has landed, either may be what the file holds.
    known.set(release.id, [filed.version, version]);
    try {
      await writeRelease(filed.folder, release, fs, filed.bytes);
      await writeReleaseText(filed.folder, release, fs);
      landed = true;
      known.set(release.id, [version]);
    } finally {
      rows.changed(filed.folder);
      if (!landed) lineage.follows(standsOn, version);
    }
    return version;
  };
  return {
    write,
    amend: async (filed, change) => {
      const release: Release = { ...filed.release, ...change };
      const version = await write(filed, release, filed.version);
      lineage.follows(filed.version, version);
      return { release, version };
    },
  };
};
