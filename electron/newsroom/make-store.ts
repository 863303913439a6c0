import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Newsroom } from '../../shared/newsroom/model';
import { mergePeople } from '../../shared/people/merge';
import type { People } from '../../shared/people/model';
import { type Result, failed, ok } from '../../shared/result';
import { afterActs } from './after-acts';
import { readAndWrite } from './anew';
import { writtenForm } from '../../shared/unknown';
import { careActs } from './care-acts';
import { catalogueActs } from './catalogue-acts';
import { copyActs } from './copy-acts';
import { examActs } from './exam-acts';
import { readContents } from './contents';
import { onDisk } from './disk-fault';
import { PEOPLE_FILE, newReleaseFolder } from './folders';
import { type StoreParts, makeGround } from './ground';
import { readObjectToShow, versionHash } from './history';
import { readVersions } from './history-log';
import { mendFirst } from './last-good';
import type { NewsroomStore } from './model';
import { idsInTrash, thereOf } from './presence';
import { collectReleases, peopleToShow, readPeople, settingsToShow } from './read-all';
import { writeRelease, writeReleaseText } from './release-file';
import { saveFile, saveFolder } from './save-file';
import { mediaActs } from '../media/media-acts';
import { removeActs } from '../removal/remove-acts';
import { reviewActs } from './review-acts';
import { settingsActs } from './settings-acts';
import { writeActs } from './write-acts';

/** So long after the list was given its counting goes on, in milliseconds: whoever asked for it has drawn it by then. */
const COUNT_AFTER = 1000;

/** An open newsroom: see `NewsroomStore`. Nothing is held but where releases lie and
 * rows of the list that are still true; every answer is read from disk. */
export const makeStore = (parts: StoreParts): NewsroomStore => {
  const { folder, now, fs, rows, onRows, presence } = parts;
  const ground = makeGround(parts);
  const { queue, keeper, findFolder, read, onThere, onShown, onLiving, keepUnkept, damaged } = ground;
  const care = careActs(ground);
  const writing = writeActs(ground);
  const { noteState, ...reviewing } = reviewActs(ground);

  const addRelease: NewsroomStore['addRelease'] = (release, kind, who) =>
    queue.run(release.id, () =>
      onThere<OpenRelease>(async () => {
        // A folder without its release.json is left from an interrupted attempt: it is used again.
        const there = await read(release.id);
        if (there.ok || there.fault.code !== 'not-found')
          return failed(fault('refused', 'A release with this id is in the newsroom already.', { detail: release.id }));
        const created = newReleaseFolder(release.id, release.headline, now().toISOString().slice(0, 10));
        const place = (await findFolder(release.id)) ?? join(folder, created);
        await saveFolder(place, fs);
        await keeper.keep(place, release, { kind, who });
        await writeReleaseText(place, release, fs);
        await writeRelease(place, release, fs);
        damaged.remember(release);
        await fs.syncFolder(join(place, '..'));
        return ok({ release, version: versionHash(release) });
      }),
    );

  /** The one way in which people.json changes: read, changed and written in its turn. */
  const changePeople = (change: (before: People) => Result<People, Fault>): Promise<Result<People, Fault>> =>
    queue.run(PEOPLE_FILE, () =>
      onThere<People>(async () => {
        await mendFirst(parts);
        return readAndWrite(join(folder, PEOPLE_FILE), async (instead) => {
          const before = await readPeople(folder);
          if (!before.ok) return before;
          const after = change(before.value);
          if (!after.ok) return after;
          await saveFile(join(folder, PEOPLE_FILE), writtenForm(after.value), fs, instead);
          await parts.lastGood?.keep();
          return after;
        });
      }),
    );

  const savePerson: NewsroomStore['savePerson'] = (person, before) =>
    changePeople((read) => {
      const known = read.people.find((each) => each.id === person.id) ?? null;
      // What stands there already, after a save whose end was not heard of, is no conflict.
      if (![before, person].some((each) => canonicalJson(each) === canonicalJson(known)))
        return failed(
          fault('conflict', 'This person was changed elsewhere meanwhile. Read them again before you change them.', {
            where: join(folder, PEOPLE_FILE),
          }),
        );
      const people =
        known === null ? [...read.people, person] : read.people.map((each) => (each === known ? person : each));
      return ok({ ...read, people });
    });

  let stopWaiting = (): void => {};
  /** Goes on with counting, and with reading the texts that are searched. */
  const count = (): void => {
    stopWaiting();
    if (onRows !== null) void rows.goOn(onRows);
  };
  const countSoon = (): void => {
    stopWaiting();
    stopWaiting = parts.after(COUNT_AFTER, count);
  };

  const readNewsroom: NewsroomStore['read'] = () =>
    onDisk<Newsroom>(folder, async () => {
      const settings = await settingsToShow(folder);
      if (!settings.ok) return settings;
      const people = await peopleToShow(folder);
      if (!people.ok) return people;
      const readSummary = await rows.reader(people.value.people, settings.value.approvals);
      const { releases, unreadable } = await collectReleases(folder, readSummary);
      const seen = releases.map(({ summary, path }) => ({ id: summary.id, folder: path }));
      const missing = (await presence?.look(thereOf(seen, unreadable), await idsInTrash(folder))) ?? null;
      rows.only(new Set(releases.map(({ path }) => join(folder, path))), missing === null);
      countSoon();
      const summaries = releases.map((each) => each.summary);
      const shown = { folder, settings: settings.value, people: people.value, releases: summaries, unreadable };
      return ok(missing === null ? shown : { ...shown, missing });
    });

  return {
    folder,
    read: readNewsroom,
    find: (words) =>
      onDisk(folder, async () => {
        count();
        return ok(await rows.find(words));
      }),
    contents: (known, beside) => onDisk(folder, () => readContents(folder, presence, known ?? null, beside ?? null)),
    register: (from) =>
      onDisk(folder, async () => {
        const settings = await settingsToShow(folder);
        if (!settings.ok) return settings;
        const people = await peopleToShow(folder);
        if (!people.ok) return people;
        return ok(
          await parts.register.read(from, { people: people.value.people, approvals: settings.value.approvals }),
        );
      }),
    savePerson,
    mergePeople: (keep, gone) => changePeople((before) => mergePeople(before, keep, gone)),
    addRelease,
    openRelease: (id) =>
      onShown(id, async ({ release, version, later }) => {
        if (later) return ok({ release, version, later });
        damaged.remember(release);
        return ok({ release, version });
      }),
    versions: (id) => onShown(id, async (filed) => ok(await readVersions(filed.folder))),
    version: (id, object) => onShown(id, (filed) => readObjectToShow(filed.folder, object)),
    keepText: (release, line) =>
      onLiving(release.id, async (filed) => ok(await keeper.keep(filed.folder, release, line))),
    keepSaved: (id, who) =>
      onLiving(id, async (filed) => {
        await keepUnkept(filed, filed.release, who, 'manual');
        return ok(null);
      }),
    ...writing,
    ...reviewing,
    setState: async (id, to, who) => {
      const moved = await writing.setState(id, to, who);
      if (moved.ok && to !== 'agreed') await noteState(id, to === 'working' ? 'returned' : to, who);
      return moved;
    },
    ...catalogueActs(ground),
    ...copyActs(ground),
    ...afterActs(ground),
    ...care,
    ...examActs(ground),
    ...settingsActs(ground),
    ...removeActs(ground),
    ...mediaActs(ground),
    inTurn: queue.run,
    settled: async () => {
      stopWaiting();
      await rows.pause();
      await care.settled();
    },
  };
};
