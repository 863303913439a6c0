import { invariant, unreachable } from '../../shared/assert';
import type { Fault } from '../../shared/fault';
import { type SampleStep, type SampleStory, SAMPLE_WRITER } from '../../shared/sample/build';
import { SAMPLE_PEOPLE, SAMPLE_SETTINGS } from '../../shared/sample/office';
import { SAMPLE_STORIES } from '../../shared/sample/stories';
import { type Result, ok } from '../../shared/result';
import type { FileSystem } from './file-system';
import type { NewsroomStore } from './model';
import { createNewsroom } from './store';

/**
 * Makes the sample newsroom in a folder that is empty or not there yet, through the store, with the instants of its
 * stories as the clock: two runs give the same bytes. Faults: `not-empty`, `disk`.
 */
export const makeSample = async (
  folder: string,
  { fs }: { readonly fs?: FileSystem } = {},
): Promise<Result<{ readonly folder: string; readonly releases: number }, Fault>> => {
  let instant = SAMPLE_STORIES[0]?.steps[0]?.at ?? '';
  const created = await createNewsroom(folder, SAMPLE_SETTINGS, {
    device: 'sample',
    people: SAMPLE_PEOPLE,
    now: () => new Date(instant),
    ...(fs ? { fs } : {}),
  });
  if (!created.ok) return created;
  for (const story of SAMPLE_STORIES) {
    for (const step of story.steps) {
      instant = step.at;
      const done = await take(created.value, story, step);
      if (!done.ok) return done;
    }
    await created.value.settled();
  }
  return ok({ folder, releases: SAMPLE_STORIES.length });
};

const take = async (store: NewsroomStore, { id }: SampleStory, step: SampleStep): Promise<Result<unknown, Fault>> => {
  switch (step.do) {
    case 'add':
      return store.addRelease(step.release, step.kind, SAMPLE_WRITER);
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
    default:
      return unreachable(step);
  }
};
