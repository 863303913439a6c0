import type { Block } from '../release/model';
import { blockQuote, bullet, h, p, sampleId, sampleRelease, settled, step, text, type SampleStory } from './build';
import { ATTWATER, BRIGHT, DUTY_OFFICER, PRESS_OFFICE } from './office';

/** In Welsh, being written. */
export const WELSH_STORY: SampleStory = {
  id: sampleId('06ffyrdd'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-21T10:00:00.000Z',
      release: sampleRelease('06ffyrdd', {
        language: 'cy',
        headline: 'Cynllun newydd i gadw’r ffyrdd yn ddiogel ym Mhontŵen',
        standfirst: 'Bydd y cynllun yn dechrau ym mis Ionawr.',
        dateline: { place: 'Pontŵen', date: '2026-11-26' },
        topics: ['Ffyrdd'],
        body: [
          p('Bydd cynllun newydd yn dechrau ym Mhontŵen ym mis Ionawr i gadw’r ffyrdd yn ddiogel.'),
          p(
            'Dywedodd y Comisiynydd, Nerys Glŷn: “Mae pobl y dref wedi gofyn am ffyrdd mwy diogel, ac rwyf wedi gwrando.”',
          ),
          p(
            'Mae copi Saesneg o’r cynllun, ',
            text('Safer Roads for Pontŵen', { language: 'en-GB' }),
            ', ar gael hefyd.',
          ),
        ],
        contacts: [PRESS_OFFICE],
      }),
    },
  ],
};

const review: readonly Block[] = [
  p('One farm theft in three in Wyrdale is never reported, a review has found.'),
  p(
    'Dr Ifeoma Bright, who led the review, said: “We spoke to 214 farmers. One in three had stopped reporting thefts at all.”',
  ),
  p('The review called the old rota “a patchwork” and asked for one team with one telephone number.'),
];

/** The number in an approved quote was changed afterwards: 241 became 214. */
export const CHANGED_STORY: SampleStory = {
  id: sampleId('07review'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-20T16:45:00.000Z',
      release: sampleRelease('07review', {
        reference: 'WY/2026/215',
        headline: 'One farm theft in three is never reported, review finds',
        standfirst: 'Farmers told the review that they had stopped ringing.',
        dateline: { place: 'Market Staunton', date: '2026-11-24' },
        topics: ['Rural crime'],
        body: review,
        contacts: [PRESS_OFFICE, DUTY_OFFICER],
        quotes: [
          settled({
            id: '07bright',
            body: review,
            at: [[1, 0]],
            by: BRIGHT,
            date: '2026-11-24',
            settledAt: '2026-11-20T16:00:00.000Z',
            approval: {
              approvedBy: 'Dr Ifeoma Bright',
              how: 'phone',
              at: '2026-11-20T16:20:00.000Z',
              words: '“We spoke to 241 farmers. One in three had stopped reporting thefts at all.”',
            },
          }),
        ],
      }),
    },
  ],
};

const survey: readonly Block[] = [
  p('The survey on next year’s police budget opens on Monday and runs for ', text('four weeks', { bold: true }), '.'),
  h(2, 'What is asked'),
  p('There are five questions. The answers decide three things:'),
  bullet('how much of the money goes to ', text('neighbourhood', { italic: true }), ' teams'),
  bullet('whether the front desks in the small towns stay open'),
  bullet('what is cut first if the grant falls'),
  h(3, 'How to answer'),
  step('Read the ', text('two-page summary', { link: 'https://www.pcc-wyrdale.example/budget/summary' }), '.'),
  step('Answer online, or pick up a form in any library.'),
  step('Send it back by 21 December.'),
  h(2, 'Why now'),
  p('The letter that goes out with the form says so in two lines.'),
  blockQuote('Every household pays for the police. It is right that every household is asked.'),
  p(
    'For large print write to ',
    text('budget@pcc-wyrdale.example', { link: 'mailto:budget@pcc-wyrdale.example' }),
    '.',
  ),
];

/** Headings, both kinds of list, links, bold, italic and a block quote; in review. */
export const SURVEY_STORY: SampleStory = {
  id: sampleId('08survey'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-21T11:20:00.000Z',
      release: sampleRelease('08survey', {
        reference: 'WY/2026/213',
        headline: 'Commissioner’s budget survey opens on Monday',
        standfirst: 'Five questions about what people would pay for, and what they would cut.',
        dateline: { place: 'Hexley', date: '2026-11-30' },
        topics: ['Budget'],
        body: survey,
        notes: [p('Last year 4,102 people answered.'), p('The budget is set in February.')],
        contacts: [PRESS_OFFICE],
      }),
    },
    { do: 'draft', at: '2026-11-21T11:38:00.000Z', name: 'Draft 1' },
    { do: 'state', at: '2026-11-21T11:40:00.000Z', to: 'in review' },
  ],
};

const volunteers: readonly Block[] = [
  p('People who can spare a few hours a month are asked to visit those who are held in the cells of Wyrdale.'),
  p('The Chief Constable, Ruth Attwater, said: “A stranger with a clipboard keeps us honest. I want more of them.”'),
  p('Training takes two evenings. Travel is paid.'),
];

/** Agreed, its speaker set; the approval of its quote has not come in yet. */
export const VOLUNTEERS_STORY: SampleStory = {
  id: sampleId('09visitors'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-19T13:00:00.000Z',
      release: sampleRelease('09visitors', {
        reference: 'WY/2026/212',
        headline: 'Volunteers wanted to visit people in custody',
        standfirst: 'Visitors go in pairs, unannounced, for a few hours a month.',
        dateline: { place: 'Hexley', date: '2026-11-25' },
        topics: ['Custody', 'Volunteers'],
        body: volunteers,
        contacts: [PRESS_OFFICE],
        quotes: [
          settled({
            id: '09attwater',
            body: volunteers,
            at: [[1, 0]],
            by: ATTWATER,
            date: '2026-11-25',
            settledAt: '2026-11-19T12:50:00.000Z',
            approval: null,
          }),
        ],
      }),
    },
    { do: 'state', at: '2026-11-19T13:05:00.000Z', to: 'in review' },
    { do: 'state', at: '2026-11-19T16:00:00.000Z', to: 'agreed' },
  ],
};
