import path from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import type { Fault } from '../../shared/fault';
import { releaseAsText } from '../../shared/newsroom/plain-text';
import type { Release } from '../../shared/release/model';
import { slug } from '../../shared/release/slug';
import { type Result, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import type { FileSystem } from '../newsroom/file-system';
import { readIfThere } from '../newsroom/history';
import { saveFile } from '../newsroom/save-file';

/** The name proposed for a copy. */
export const copyName = ({ headline }: Release): string => `${slug(headline, 48)}.json`;

/**
 * Writes a release to a file outside every newsroom: `<name>.json`, whole, and its plain text beside it under the same
 * name. The writer was asked about the first alone, so a text that is there and says something else is left, and ours
 * gets a number. Gives the path of the first. Fault: `disk`.
 */
export const writeCopy = async (chosen: string, release: Release, fs: FileSystem): Promise<Result<string, Fault>> => {
  const whole = path.extname(chosen).toLowerCase() === '.json' ? chosen : `${chosen}.json`;
  return onDisk(whole, async () => {
    await saveFile(whole, canonicalJson(release), fs);
    const text = releaseAsText(release);
    await saveFile(await freeName(whole.slice(0, -'.json'.length), text), text, fs);
    return ok(whole);
  });
};

const freeName = async (stem: string, text: string): Promise<string> => {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.txt` : `${stem} ${count}.txt`;
    const there = await readIfThere(name);
    if (there === null || there.toString('utf8') === text) return name;
  }
};
