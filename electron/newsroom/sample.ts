import { invariant, unreachable } from '../../shared/assert';
import type { Fault } from '../../shared/fault';
import { type SampleStep, type SampleStory, SAMPLE_WRITER } from '../../shared/sample/build';
import { SAMPLE_PEOPLE, SAMPLE_SETTINGS } from '../../shared/sample/office';
import { SAMPLE_MEDIA } from '../../shared/sample/pictures';
import { SAMPLE_STORIES } from '../../shared/sample/stories';
import { mediaOf } from '../../shared/release/media';
import type { Release } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import type { FileSystem } from './file-system';
import type { NewsroomStore } from './model';
import { createNewsroom } from './store';

/**
 * Makes the sample newsroom in a folder that is empty or not there yet, through the store, with the instants of its
 * stories as the clock: two runs give the same bytes. `stories`: those of the whole sample where none are given.
 * Faults: `not-empty`, `disk`.
 */
export const makeSample = async (
  folder: string,
  { fs, stories = SAMPLE_STORIES }: { readonly fs?: FileSystem; readonly stories?: readonly SampleStory[] } = {},
): Promise<Result<{ readonly folder: string; readonly releases: number }, Fault>> => {
  let instant = stories[0]?.steps[0]?.at ?? '';
  const created = await createNewsroom(folder, SAMPLE_SETTINGS, {
    device: 'sample',
    people: SAMPLE_PEOPLE,
    now: () => new Date(instant),
    ...(fs ? { fs } : {}),
  });
  if (!created.ok) return created;
  for (const story of stories) {
    for (const step of story.steps) {
      instant = step.at;
      const done = await take(created.value, story, step);
      if (!done.ok) return done;
    }
    await created.value.settled();
  }
  return ok({ folder, releases: stories.length });
};

const take = async (store: NewsroomStore, { id }: SampleStory, step: SampleStep): Promise<Result<unknown, Fault>> => {
  switch (step.do) {
    case 'add': {
      const added = await store.addRelease(step.release, step.kind, SAMPLE_WRITER);
      return added.ok ? addPictures(store, step.release) : added;
    }
    case 'save': {
      const open = await store.openRelease(id);
      return open.ok ? store.saveRelease(step.release, open.value.version, SAMPLE_WRITER) : open;
    }
    case 'draft':
      return store.nameDraft(id, step.name, SAMPLE_WRITER);
    case 'state':
      return store.setState(id, step.to, SAMPLE_WRITER);
    case 'publish': {
      const done = await store.publish(id, SAMPLE_WRITER);
      invariant(done.ok || done.fault.code === 'disk', 'a sample release could not be published');
      return done;
    }
    case 'change':
      return store.beginChange(id, { kind: step.kind, note: step.note }, SAMPLE_WRITER);
    case 'publish-change':
      return store.publishChange(id, SAMPLE_WRITER);
    case 'withdraw':
      return store.withdraw(id, step.reason, SAMPLE_WRITER);
    case 'replace':
      return store.replace(id, step.with, step.reason, SAMPLE_WRITER);
    case 'remove': {
      const removed = await store.remove(id, { by: SAMPLE_WRITER, reason: step.reason });
      return removed.ok ? store.endRemoval(id) : removed;
    }
    default:
      return unreachable(step);
  }
};

/** Takes in the pictures that a release shows. */
const addPictures = async (store: NewsroomStore, release: Release): Promise<Result<unknown, Fault>> => {
  for (const name of mediaOf(release)) {
    const bytes = SAMPLE_MEDIA.get(name)?.();
    invariant(bytes !== undefined, 'the sample has each picture that it shows');
    const added = await store.addMedia(release.id, bytes);
    if (!added.ok) return added;
    invariant(added.value.file === name, 'a drawing holds nothing that is taken out of it');
  }
  return ok(null);
};
