import type { SampleStory } from './build';
import { DRAFTS_STORY } from './drafts';
import { CAPSULE_STORY, MARSHALS_STORY, WARDENS_STORY } from './published';
import { TWIN_STORY } from './twin';
import { CHANGED_STORY, SURVEY_STORY, VOLUNTEERS_STORY, WELSH_STORY } from './working';

/** How every release of the sample newsroom came to be, step by step. Each story's instants only go forward. */
export const SAMPLE_STORIES: readonly SampleStory[] = [
  TWIN_STORY,
  DRAFTS_STORY,
  WARDENS_STORY,
  MARSHALS_STORY,
  CAPSULE_STORY,
  WELSH_STORY,
  CHANGED_STORY,
  SURVEY_STORY,
  VOLUNTEERS_STORY,
];
