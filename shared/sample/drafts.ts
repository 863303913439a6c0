import type { Block, Release } from '../release/model';
import { p, sampleId, sampleRelease, settled, text, type SampleStory } from './build';
import { DUTY_OFFICER, GLYN, PRESS_OFFICE } from './office';

const LEAD = p(
  'The Police and Crime Commissioner for Wyrdale, Nerys Glŷn, will double the team that deals with crime on farms.',
);
const REPORTS = p('The review read 1,180 reports from three years and rang back one caller in ten.');

const firstBody: readonly Block[] = [
  LEAD,
  p(
    'Every theft of livestock or machinery will get a visit, and every victim will be given a name and a number to ring.',
  ),
  p('Nerys Glŷn said: “Farmers tell me the same thing in every hall: they ring, and nobody comes.'),
  p('“That ends in April, when the team goes from six officers to ten and moves out to where the farms are.”'),
  p('The team was last made bigger in 2014, when it gained one officer.'),
  REPORTS,
];

const secondBody: readonly Block[] = [
  LEAD,
  p('Nerys Glŷn said: “Farmers tell me the same thing in every hall: they ring, and nobody comes.'),
  p('“That ends in April, when the team goes from six officers to twelve and moves out to where the farms are.”'),
  p(
    'Every theft of livestock or machinery will get a visit, and every victim will be given a name and a person to ring.',
  ),
  REPORTS,
  p('The first figures will be printed ', text('in July', { bold: true }), '.'),
];

const approval = {
  approvedBy: 'Private office',
  how: 'phone',
  at: '2026-11-19T16:20:00.000Z',
} as const;

const draft = (body: readonly Block[], given: Partial<Release>, approvedWords: string | null): Release =>
  sampleRelease('02farm', {
    reference: 'WY/2026/214',
    headline: 'Rural crime team to double after review of farm thefts',
    dateline: { place: 'Hexley', date: '2026-11-24' },
    topics: ['Rural crime'],
    body,
    contacts: [PRESS_OFFICE, DUTY_OFFICER],
    quotes: [
      settled({
        id: '02glyn',
        body,
        at:
          body === firstBody
            ? [
                [2, 0],
                [3, 0],
              ]
            : [
                [1, 0],
                [2, 0],
              ],
        by: GLYN,
        date: '2026-11-24',
        settledAt: '2026-11-19T15:58:00.000Z',
        approval: approvedWords === null ? approval : { ...approval, words: approvedWords },
      }),
    ],
    ...given,
  });

const FIRST = draft(
  firstBody,
  {
    standfirst: 'Ten officers will work from Hexley and Market Staunton, and every theft from a farm will get a visit.',
    embargo: { instant: '2026-11-23T09:00:00.000Z', zone: 'Europe/London' },
  },
  null,
);

const SECOND = draft(
  secondBody,
  {
    standfirst:
      'Twelve officers will work from Hexley and Market Staunton, and every theft from a farm will get a visit.',
    embargo: { instant: '2026-11-24T00:01:00.000Z', zone: 'Europe/London' },
  },
  FIRST.quotes[0]?.approvals[0]?.words ?? '',
);

/** Two named drafts: a paragraph moved and edited, a number changed in a quote, a paragraph gone and one new. */
export const DRAFTS_STORY: SampleStory = {
  id: sampleId('02farm'),
  steps: [
    { do: 'add', kind: 'created', at: '2026-11-19T15:30:00.000Z', release: sampleRelease('02farm', {}) },
    { do: 'save', at: '2026-11-19T16:25:00.000Z', release: FIRST },
    { do: 'draft', at: '2026-11-19T16:26:00.000Z', name: 'Draft 1' },
    { do: 'save', at: '2026-11-20T17:10:00.000Z', release: SECOND },
    { do: 'draft', at: '2026-11-20T17:12:00.000Z', name: 'Draft 2, legal' },
    { do: 'state', at: '2026-11-20T17:13:00.000Z', to: 'in review' },
  ],
};
