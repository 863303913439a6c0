import type { SampleStory } from './build';
import { DRAFTS_STORY } from './drafts';
import { EARLIER_STORIES } from './earlier';
import { GONE_STORIES } from './gone';
import { LANGUAGE_STORIES } from './languages';
import { CAPSULE_STORY, MARSHALS_STORY, WARDENS_STORY } from './published';
import { TWIN_STORY } from './twin';
import { CHANGED_STORY, SURVEY_STORY, VOLUNTEERS_STORY, WELSH_STORY } from './working';
import { YEAR_STORIES } from './year';

/** The releases of the week in which the sample is looked at: enough for whoever needs a small newsroom. */
export const WEEK_STORIES: readonly SampleStory[] = [
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

/** How every release of the sample newsroom came to be, step by step. Each story's instants only go forward. */
export const SAMPLE_STORIES: readonly SampleStory[] = [
  ...WEEK_STORIES,
  ...EARLIER_STORIES,
  ...LANGUAGE_STORIES,
  ...GONE_STORIES,
  ...YEAR_STORIES,
];
