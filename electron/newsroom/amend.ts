import { join, relative, sep } from 'node:path';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Release, VersionHash } from '../../shared/release/model';
import { TEXT_FILE } from './folders';
import type { Filed, Ground } from './ground';
import { versionHash } from './history';
import { copyAside } from './quarantine';
import { isTextByHand, writeBoth } from './release-file';

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
type Needs = Pick<Ground, 'folder' | 'fs' | 'rows' | 'lineage' | 'known' | 'aside' | 'damaged'>;

export const makeWriter = ({ folder, fs, rows, lineage, known, aside, damaged }: Needs): Writer => {
  /** Words that somebody wrote into the plain text are no release's, and are lost once it is derived anew. */
  const keepTextByHand = async (filed: Filed): Promise<void> => {
    if (!(await isTextByHand(filed.folder, filed.release))) return;
    const path = join(filed.folder, TEXT_FILE);
    const { name } = await copyAside(path, fs);
    aside.tell({
      where: relative(folder, path).split(sep).join('/'),
      message: `Somebody wrote in it by hand. It is made from release.json, so what stood in it is in ${name} now.`,
    });
  };

  const write: Writer['write'] = async (filed, release, standsOn) => {
    const version = versionHash(release);
    let landed = false;
    await keepTextByHand(filed);
    // Until it has landed, either may be what the file holds.
    known.set(release.id, [filed.version, version]);
    try {
      await writeBoth(filed.folder, release, fs, filed.bytes);
      landed = true;
      known.set(release.id, [version]);
      damaged.remember(release);
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
