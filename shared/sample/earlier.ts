import type { Block } from '../release/model';
import { bullet, h, p, published, row, headRow, sampleRelease, settled, tableCaption, type SampleStory } from './build';
import { CYCLISTS, DUTY_OFFICER, GLYN, MEREDITH, PRESS_OFFICE } from './office';
import { threeBicycles } from './pictures';

/* What was published before the week of the sample, from 2024 on. */

const oath: readonly Block[] = [
  p('Nerys Glŷn made the declaration of office in the council chamber at Hexley this morning.'),
  p('She said: “I was chosen by people who had never voted in this election before. I mean to be worth the walk.”'),
  p('She will hold a public meeting in each of the four districts before the end of June.'),
];

const OATH = published(
  '10oath',
  sampleRelease('10oath', {
    reference: 'WY/2024/058',
    headline: 'New commissioner makes the declaration of office',
    standfirst: 'Four public meetings are to follow before the end of June.',
    dateline: { place: 'Hexley', date: '2024-05-10' },
    topics: ['The office'],
    body: oath,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '10glyn',
        body: oath,
        at: [[1, 0]],
        by: GLYN,
        date: '2024-05-10',
        settledAt: '2024-05-10T10:30:00.000Z',
        approval: { approvedBy: 'Nerys Glŷn', how: 'in person', at: '2024-05-10T10:35:00.000Z' },
      }),
    ],
  }),
  ['2024-05-10T10:40:00.000Z', '2024-05-10T10:42:00.000Z', '2024-05-10T10:50:00.000Z', '2024-05-10T11:00:00.000Z'],
);

const desksBefore = 'The four front desks will open from 9 to 1 on Saturdays, starting on 3 August.';
const desksAfter = 'The four front desks will open from 10 to 2 on Saturdays, starting on 3 August.';
const desks = (hours: string): readonly Block[] => [
  p(hours),
  p('“Not everybody can leave work to hand in a wallet,” said Idwal Meredith, the deputy commissioner.'),
  h(2, 'Where they are'),
  bullet('Hexley, Quay Street'),
  bullet('Market Staunton, the old corn exchange'),
  bullet('Pontŵen, beside the library'),
  bullet('Ashford Bridge, in the station'),
];
const desksRelease = (hours: string) =>
  sampleRelease('11desks', {
    reference: 'WY/2024/077',
    headline: 'Front desks to open on Saturdays',
    standfirst: 'All four will be staffed, from the first Saturday in August.',
    dateline: { place: 'Market Staunton', date: '2024-07-16' },
    topics: ['Front desks'],
    body: desks(hours),
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '11meredith',
        body: desks(hours),
        at: [[1, 0]],
        by: MEREDITH,
        date: '2024-07-16',
        settledAt: '2024-07-15T13:00:00.000Z',
        approval: { approvedBy: 'Idwal Meredith', how: 'phone', at: '2024-07-15T15:05:00.000Z' },
      }),
    ],
  });

/** Corrected the day after: the hours were wrong. */
const DESKS = published(
  '11desks',
  desksRelease(desksBefore),
  ['2024-07-15T15:10:00.000Z', '2024-07-15T15:12:00.000Z', '2024-07-15T16:00:00.000Z', '2024-07-16T08:30:00.000Z'],
  [
    {
      do: 'change',
      at: '2024-07-17T09:05:00.000Z',
      kind: 'corrected',
      note: 'The hours were given as 9 to 1. They are 10 to 2.',
    },
    { do: 'save', at: '2024-07-17T09:08:00.000Z', release: desksRelease(desksAfter) },
    { do: 'publish-change', at: '2024-07-17T09:12:00.000Z' },
  ],
);

const bicycles: readonly Block[] = [
  p('Forty-one stolen bicycles that were found in a barn at Montwyn wait for their owners at Hexley station.'),
  threeBicycles('Some of the bicycles that were found at Montwyn.'),
  p('Hexley Wheelers said: “Bring the number of the frame, or a photograph. Two of ours are home already.”'),
  p('What nobody has asked for by the end of May goes to the repair workshop for young people.'),
];
const OWNERS = published(
  '15owners',
  sampleRelease('15owners', {
    reference: 'WY/2025/019',
    headline: 'Forty-one bicycles found in a barn wait for their owners',
    standfirst: 'The number of the frame or a photograph is enough.',
    dateline: { place: 'Hexley', date: '2025-02-20' },
    topics: ['Theft', 'Young people'],
    body: bicycles,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '15wheelers',
        body: bicycles,
        at: [[2, 0]],
        by: CYCLISTS,
        date: '2025-02-20',
        settledAt: '2025-02-19T11:00:00.000Z',
        approval: null,
      }),
    ],
  }),
  ['2025-02-19T11:10:00.000Z', '2025-02-19T11:12:00.000Z', '2025-02-19T15:00:00.000Z', '2025-02-20T09:00:00.000Z'],
);

/** An earlier account of the same find, with a wrong number; the one above took its place. */
const BARN = published(
  '14barn',
  sampleRelease('14barn', {
    reference: 'WY/2025/014',
    headline: 'Thirty bicycles recovered from a farm building',
    standfirst: 'They are being counted.',
    dateline: { place: 'Hexley', date: '2025-02-06' },
    topics: ['Theft'],
    body: [
      p('About thirty bicycles have been recovered from a farm building at Montwyn.'),
      p('They are being counted, and owners will be told how to ask for them.'),
    ],
    contacts: [PRESS_OFFICE],
  }),
  ['2025-02-06T15:00:00.000Z', '2025-02-06T15:01:00.000Z', '2025-02-06T15:20:00.000Z', '2025-02-06T15:30:00.000Z'],
  [
    {
      do: 'replace',
      at: '2025-02-20T09:05:00.000Z',
      with: OWNERS.id,
      reason: 'The bicycles have been counted, and there is a way to ask for them.',
    },
  ],
);

const grants: readonly Block[] = [
  p('Nineteen groups share £240,000 from the community fund this year.'),
  tableCaption('What each district was given'),
  headRow('District', 'Groups', 'Pounds'),
  row('Hexley', '7', '96,000'),
  row('Market Staunton', '5', '58,000'),
  row('Pontŵen', '4', '51,000'),
  row('Ashford Bridge', '3', '35,000'),
  p(
    'Idwal Meredith said: “The smallest grant is four hundred pounds for a shed full of spades. It may do the most good.”',
  ),
];

/** Its full stop was missing for a day: a minor change, of which readers need not be told. */
const grantsRelease = (body: readonly Block[]) =>
  sampleRelease('13grants', {
    reference: 'WY/2024/119',
    headline: 'Nineteen groups share the community fund',
    standfirst: 'Grants from £400 to £20,000 go to all four districts.',
    dateline: { place: 'Ashford Bridge', date: '2024-12-03' },
    topics: ['Grants'],
    body,
    notes: [p('Groups may ask for up to £20,000. The next round opens in May.')],
    contacts: [PRESS_OFFICE, DUTY_OFFICER],
    quotes: [
      settled({
        id: '13meredith',
        body,
        at: [[body.length - 1, 0]],
        by: MEREDITH,
        date: '2024-12-03',
        settledAt: '2024-12-02T10:00:00.000Z',
        approval: { approvedBy: 'Private office', how: 'email', at: '2024-12-02T11:20:00.000Z' },
      }),
    ],
  });
const GRANTS = published(
  '13grants',
  grantsRelease([p('Nineteen groups share £240,000 from the community fund this year'), ...grants.slice(1)]),
  ['2024-12-02T11:25:00.000Z', '2024-12-02T11:26:00.000Z', '2024-12-02T14:00:00.000Z', '2024-12-03T09:00:00.000Z'],
  [
    { do: 'change', at: '2024-12-04T08:40:00.000Z', kind: 'minor', note: '' },
    { do: 'save', at: '2024-12-04T08:41:00.000Z', release: grantsRelease(grants) },
    { do: 'publish-change', at: '2024-12-04T08:42:00.000Z' },
  ],
);

export const EARLIER_STORIES: readonly SampleStory[] = [OATH, DESKS, GRANTS, OWNERS, BARN];
