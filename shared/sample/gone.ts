import { p, published, sampleRelease, type SampleStory } from './build';
import { PRESS_OFFICE } from './office';

/* What was published and taken back: each address stays, and says why. */

/** Withdrawn an hour after it went out. */
const OPEN_EVENING = published(
  '17evening',
  sampleRelease('17evening', {
    reference: 'WY/2025/066',
    headline: 'Open evening at the new station',
    standfirst: 'Tea, and somebody to ask about every room.',
    dateline: { place: 'Hexley', date: '2025-06-19' },
    topics: ['The office'],
    body: [
      p('Everybody is asked to look round the new building on the evening of 4 July.'),
      p('There will be tea, and somebody to ask about every room.'),
    ],
    contacts: [PRESS_OFFICE],
  }),
  ['2025-06-19T09:00:00.000Z', '2025-06-19T09:02:00.000Z', '2025-06-19T09:20:00.000Z', '2025-06-19T09:30:00.000Z'],
  [{ do: 'withdraw', at: '2025-06-19T10:30:00.000Z', reason: 'It was sent out before its date was settled.' }],
);

/** Removed: its text is erased, and only its tombstone is left. */
const PRIZE = published(
  '19prize',
  sampleRelease('19prize', {
    reference: 'WY/2025/091',
    headline: 'Pupils win the road safety prize',
    standfirst: 'Their posters hang in the library.',
    dateline: { place: 'Pontŵen', date: '2025-10-02' },
    topics: ['Young people'],
    body: [
      p('Six pupils of two schools have won the prize for the best poster about crossing the road.'),
      p('Their posters hang in the library until half-term.'),
    ],
    contacts: [PRESS_OFFICE],
  }),
  ['2025-10-02T08:00:00.000Z', '2025-10-02T08:02:00.000Z', '2025-10-02T08:20:00.000Z', '2025-10-02T08:30:00.000Z'],
  [
    {
      do: 'remove',
      at: '2025-10-03T14:00:00.000Z',
      reason: 'It named children whose parents had not been asked.',
    },
  ],
);

export const GONE_STORIES: readonly SampleStory[] = [OPEN_EVENING, PRIZE];
