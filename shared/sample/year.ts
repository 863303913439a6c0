import type { Block } from '../release/model';
import { blockQuote, h, p, published, sampleId, sampleRelease, settled, step, text, type SampleStory } from './build';
import { DUTY_OFFICER, GLYN, HADDAD, MEREDITH, PRESS_OFFICE } from './office';
import { riverBoat } from './pictures';

/* The sample's last year, up to the week in which it is looked at. */

const precept: readonly Block[] = [
  p('The part of the council tax that pays for the police rises by £9.40 a year for most homes.'),
  p('Nerys Glŷn said: “Nobody likes a bill that goes up. This one pays for thirty officers who would not be there.'),
  p('“I have asked for every pound to be shown, and the list hangs in each library from today.”'),
  h(2, 'What it pays for'),
  p('The list names each post, and where it is.'),
];

const PRECEPT = published(
  '20precept',
  sampleRelease('20precept', {
    reference: 'WY/2026/022',
    headline: 'Thirty officers kept as the police share of council tax is set',
    standfirst: 'Most homes will pay £9.40 a year more.',
    dateline: { place: 'Hexley', date: '2026-02-05' },
    topics: ['Budget'],
    body: precept,
    notes: [p('Most homes are those in band D.'), p('The panel agreed the figure by nine votes to three.')],
    contacts: [PRESS_OFFICE, DUTY_OFFICER],
    quotes: [
      settled({
        id: '20glyn',
        body: precept,
        at: [
          [1, 0],
          [2, 0],
        ],
        by: GLYN,
        date: '2026-02-05',
        settledAt: '2026-02-04T10:00:00.000Z',
        approval: { approvedBy: 'Private office', how: 'phone', at: '2026-02-04T12:00:00.000Z' },
      }),
    ],
  }),
  ['2026-02-04T12:05:00.000Z', '2026-02-04T12:06:00.000Z', '2026-02-04T16:00:00.000Z', '2026-02-05T10:00:00.000Z'],
);

const report: readonly Block[] = [
  p('The yearly report is out. It says what was promised, what was done, and what was not.'),
  h(2, 'Promised and done'),
  step('A visit after every burglary: done in 96 of 100.'),
  step('A reply to every letter in ten days: done in 88 of 100.'),
  h(2, 'Promised and not done'),
  p('The workshop at Ashford Bridge did not open. Nerys Glŷn wrote to the council:'),
  blockQuote('We chose the wrong building, and we should have asked the neighbours first.'),
  p('The report is on ', text('the pages of the office', { link: 'https://www.pcc-wyrdale.example/report' }), '.'),
];

const REPORT = published(
  '21report',
  sampleRelease('21report', {
    reference: 'WY/2026/104',
    headline: 'Yearly report says what was promised and not done',
    standfirst: 'Two promises kept, one broken, each with its figures.',
    dateline: { place: 'Hexley', date: '2026-06-30' },
    topics: ['The office'],
    body: report,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '21glyn',
        body: report,
        at: [[6, 0]],
        by: GLYN,
        date: '2026-06-30',
        settledAt: '2026-06-28T10:00:00.000Z',
        approval: { approvedBy: 'Nerys Glŷn', how: 'in person', at: '2026-06-28T10:30:00.000Z' },
      }),
    ],
  }),
  ['2026-06-29T09:00:00.000Z', '2026-06-29T09:05:00.000Z', '2026-06-29T16:00:00.000Z', '2026-06-30T08:00:00.000Z'],
);

const river: readonly Block[] = [
  p('A second boat will patrol the river between Hexley and Montwyn until the end of September.'),
  riverBoat('The second boat, tied up at Hexley.'),
  p(
    '“Most calls are about people who swim where the bank gives way,” Idwal Meredith said. “We would rather warn them.”',
  ),
  p('Whoever sees somebody in danger in the water should ring 999.'),
];

const RIVER = published(
  '22river',
  sampleRelease('22river', {
    reference: 'WY/2026/121',
    headline: 'Second boat for the river patrol',
    standfirst: 'It will be out until the end of September.',
    dateline: { place: 'Montwyn', date: '2026-07-14' },
    topics: ['River'],
    body: river,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '22meredith',
        body: river,
        at: [
          [2, 0],
          [2, 1],
        ],
        by: MEREDITH,
        date: '2026-07-14',
        settledAt: '2026-07-13T09:00:00.000Z',
        approval: { approvedBy: 'Idwal Meredith', how: 'in person', at: '2026-07-13T09:30:00.000Z' },
      }),
    ],
  }),
  ['2026-07-13T09:35:00.000Z', '2026-07-13T09:36:00.000Z', '2026-07-13T14:00:00.000Z', '2026-07-14T08:00:00.000Z'],
);

const line: readonly Block[] = [
  p('The Wyrdale Witness Line answered 1,904 calls in its first year, in five languages.'),
  p('Samira Haddad said: “People ring to ask where to stand and what to wear. Then they ask what they rang to ask.”'),
];

/** Sent for review, sent back, and being written again. */
const LINE: SampleStory = {
  id: sampleId('24line'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-12T10:00:00.000Z',
      release: sampleRelease('24line', {
        reference: 'WY/2026/205',
        headline: 'Witness line answers 1,904 calls in a year',
        dateline: { place: 'Hexley', date: '2026-12-03' },
        topics: ['Witnesses'],
        body: line,
        contacts: [PRESS_OFFICE],
        quotes: [
          settled({
            id: '24haddad',
            body: line,
            at: [[1, 0]],
            by: HADDAD,
            date: '2026-12-03',
            settledAt: '2026-11-12T09:50:00.000Z',
            approval: { approvedBy: 'Samira Haddad', how: 'email', at: '2026-11-12T11:00:00.000Z' },
          }),
        ],
      }),
    },
    { do: 'draft', at: '2026-11-12T11:05:00.000Z', name: 'Draft 1' },
    { do: 'state', at: '2026-11-12T11:06:00.000Z', to: 'in review' },
    { do: 'state', at: '2026-11-13T09:15:00.000Z', to: 'working' },
  ],
};

/** A release that was only just begun: a headline, and nothing under it. */
const BEGUN: SampleStory = {
  id: sampleId('25winter'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-21T16:40:00.000Z',
      release: sampleRelease('25winter', { headline: 'Winter opening of the front desks' }),
    },
  ],
};

export const YEAR_STORIES: readonly SampleStory[] = [PRECEPT, REPORT, RIVER, LINE, BEGUN];
