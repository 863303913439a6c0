import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { fault } from '../../shared/fault';
import type { NewsroomSettings, SettingsVersion } from '../../shared/newsroom/model';
import { parseNewsroomSettings } from '../../shared/newsroom/parse';
import { failed, ok } from '../../shared/result';
import { carryOn, writtenForm } from '../../shared/unknown';
import { readAndWrite } from './anew';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { SETTINGS_FILE } from './folders';
import type { Ground } from './ground';
import { namesIn, readIfThere } from './history';
import { readOrThrow } from './placeholder';
import { mendFirst } from './last-good';
import type { NewsroomStore } from './model';
import { readSettings } from './read-all';
import { jsonOf } from './row-index';
import { saveFile, saveFolder } from './save-file';

/* `history/settings/<device>.jsonl` at the newsroom's top has a line for each change of its settings: when, by whom, and
   how they stood after it. One file a device, so that a synced folder never conflicts on it. The line comes first: a change
   that then fails leaves a line too many, never a change that nobody can look up. */

const FOLDER = join('history', 'settings');
const lineSchema = z.strictObject({ at: z.iso.datetime({ precision: 3 }), by: z.string(), settings: z.unknown() });

/** Reading and changing the settings of the organisation. */
export const settingsActs = (ground: Ground): Pick<NewsroomStore, 'saveSettings' | 'settingsVersions'> => {
  const { folder, device, now, fs, queue, lastGood } = ground;
  return {
    saveSettings: (settings, before, by) =>
      queue.run(SETTINGS_FILE, () =>
        onDisk<NewsroomSettings>(folder, async () => {
          await mendFirst(ground);
          return readAndWrite(join(folder, SETTINGS_FILE), async (instead) => {
            const read = await readSettings(folder);
            if (!read.ok) return read;
            if (canonicalJson(read.value) !== canonicalJson(before))
              return failed(
                fault(
                  'conflict',
                  'The settings were changed elsewhere meanwhile. Read them again before you change them.',
                  {
                    where: join(folder, SETTINGS_FILE),
                  },
                ),
              );
            const at = now().toISOString();
            await addLines(folder, device, { at, by: '', settings: before }, { at, by, settings }, fs);
            await saveFile(join(folder, SETTINGS_FILE), writtenForm(carryOn(settings, read.value)), fs, instead);
            await lastGood?.keep();
            return ok(settings);
          });
        }),
      ),
    settingsVersions: () => onDisk(folder, async () => ok(await readVersions(folder))),
  };
};

/** Adds a change to this device's log; in front of it, how the settings stood before, where the log does not end with that. */
const addLines = async (
  newsroom: string,
  device: string,
  before: SettingsVersion,
  change: SettingsVersion,
  fs: FileSystem,
): Promise<void> => {
  const file = join(newsroom, FOLDER, `${device}.jsonl`);
  const bytes = (await readOrThrow(file)) ?? Buffer.alloc(0);
  const there = bytes.toString('utf8');
  const gap = there === '' || there.endsWith('\n') ? '' : '\n';
  const last = versionsIn(there).at(-1)?.settings ?? null;
  const isKnown = canonicalJson(last) === canonicalJson(before.settings);
  const lines = [...(isKnown ? [] : [before]), change].map((line) => `${JSON.stringify(line)}\n`);
  await saveFolder(join(newsroom, FOLDER), fs);
  // What is damaged in it stays as it is: its bytes are not read into letters and written again.
  await saveFile(file, Buffer.concat([bytes, Buffer.from(`${gap}${lines.join('')}`, 'utf8')]), fs);
};

/** The changes of a log, oldest first. A line that cannot be read is left out, and stays where it is. */
const versionsIn = (log: string): readonly SettingsVersion[] =>
  log.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(jsonOf(line));
    const settings = parsed.success ? parseNewsroomSettings(JSON.stringify(parsed.data.settings)) : null;
    return parsed.success && settings?.ok === true
      ? [{ at: parsed.data.at, by: parsed.data.by, settings: settings.value }]
      : [];
  });

/** All changes of every device, newest first. */
const readVersions = async (newsroom: string): Promise<readonly SettingsVersion[]> => {
  const found: SettingsVersion[] = [];
  for (const name of (await namesIn(join(newsroom, FOLDER))).filter((each) => each.endsWith('.jsonl')))
    found.push(...versionsIn((await readIfThere(join(newsroom, FOLDER, name)))?.toString('utf8') ?? ''));
  return found.reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};
