import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExportReport } from '../../shared/archive/model';
import { canonicalJson } from '../../shared/canonical';
import { nodeFileSystem } from '../newsroom/file-system';
import { onlyIn } from '../newsroom/only-in';
import { saveFile } from '../newsroom/save-file';

/** Where the reports of exports lie in a newsroom. */
export const EXPORTS_FOLDER = 'exports';
/** So many are kept. */
const KEPT = 50;

/**
 * A report as it is kept: what was withheld and why, what somebody let pass, and each file that was added, changed or
 * taken away. It holds no words of a release, so that one that is removed is not found there.
 */
export const reportToKeep = ({ asOf, folder, files, changes, withheld, findings }: ExportReport) => ({
  format: 1,
  asOf,
  folder,
  files: files.length,
  added: changes.added,
  changed: changes.changed,
  removed: changes.removed,
  withheld: withheld.map(({ release, why, until }) => ({ release, why, until })),
  letPass: findings.flatMap(({ release, code, override }) =>
    override === null ? [] : [{ release, check: code, by: override.by }],
  ),
});

/** Keeps the report of an export that was written, and lets go of the oldest. Gives its place in the newsroom. Throws what the disk says. */
export const keepReport = async (newsroom: string, report: ExportReport): Promise<string> => {
  const folder = path.join(newsroom, EXPORTS_FOLDER);
  const fs = onlyIn([newsroom], nodeFileSystem);
  await fs.makeFolder(folder);
  const name = `${report.asOf.replaceAll(':', '-')}.json`;
  await saveFile(path.join(folder, name), canonicalJson(reportToKeep(report)), fs);
  const names = (await readdir(folder)).filter((each) => /^\d{4}-.*Z\.json$/.test(each)).sort();
  for (const old of names.slice(0, -KEPT)) await fs.remove(path.join(folder, old));
  return `${EXPORTS_FOLDER}/${name}`;
};
