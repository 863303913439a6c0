import type { Block } from '../release/model';
import { headRow, p, published, row, sampleRelease, settled, tableCaption } from './build';
import { nightBus } from './pictures';
import { DUTY_OFFICER, GLYN, PARRY, PRESS_OFFICE, SAFE_LANES } from './office';

const wardens: readonly Block[] = [
  p('Ten more street wardens will walk the centre of Hexley from 1 December, each on the same streets every day.'),
  p('The Commissioner, Nerys Glŷn, said: “Shopkeepers asked for faces they know, not for another number to ring.'),
  p('“In a year I will ask them whether it worked, and I will print what they say.”'),
  p(
    'Safe Lanes Wyrdale said: “We have asked for this since the market closed, and we will help to train the wardens.”',
  ),
  p('The wardens carry radios and can call for an officer. They cannot make arrests.'),
];

export const WARDENS_STORY = published(
  '03wardens',
  sampleRelease('03wardens', {
    reference: 'WY/2026/211',
    headline: 'Ten more street wardens for Hexley town centre',
    standfirst: 'They start on 1 December and will walk the same streets every day.',
    dateline: { place: 'Hexley', date: '2026-11-19' },
    topics: ['Town centres', 'Wardens'],
    body: wardens,
    notes: [p('The wardens are paid for by the safer streets fund until March 2029.')],
    contacts: [PRESS_OFFICE, DUTY_OFFICER],
    quotes: [
      settled({
        id: '03glyn',
        body: wardens,
        at: [
          [1, 0],
          [2, 0],
        ],
        by: GLYN,
        date: '2026-11-19',
        settledAt: '2026-11-18T10:05:00.000Z',
        approval: { approvedBy: 'Private office', how: 'phone', at: '2026-11-18T11:40:00.000Z' },
      }),
      settled({
        id: '03safelanes',
        body: wardens,
        at: [[3, 0]],
        by: SAFE_LANES,
        date: '2026-11-19',
        settledAt: '2026-11-18T10:06:00.000Z',
        approval: null,
      }),
    ],
  }),
  ['2026-11-18T12:00:00.000Z', '2026-11-18T12:10:00.000Z', '2026-11-18T15:30:00.000Z', '2026-11-19T08:00:00.000Z'],
);

const marshals: readonly Block[] = [
  p('Marshals will ride the night buses of Wyrdale on Fridays and Saturdays until the spring.'),
  p(
    '“Nobody should have to choose between a late shift and a safe way home,” said Gwilym Parry. “The drivers asked for help, and they were right.”',
  ),
  p('In its first month the trial carried 6,400 people.'),
  nightBus('Marshals ride the last buses out of Hexley and Market Staunton.'),
  tableCaption('People carried in the first month, by night'),
  headRow('Route', 'Fridays', 'Saturdays'),
  row('N1 Hexley', '1,240', '1,610'),
  row('N2 Market Staunton', '980', '1,150'),
  row('N3 Montwyn', '300', '400'),
  row('N4 Ashford Bridge', '310', '410'),
];

export const MARSHALS_STORY = published(
  '04marshals',
  sampleRelease('04marshals', {
    reference: 'WY/2024/031',
    headline: 'Night bus marshals to stay until spring',
    standfirst: 'The trial on four routes was to end this month.',
    dateline: { place: 'Market Staunton', date: '2024-02-15' },
    topics: ['Transport'],
    body: marshals,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '04parry',
        body: marshals,
        at: [
          [1, 0],
          [1, 1],
        ],
        by: PARRY,
        date: '2024-02-15',
        settledAt: '2024-02-14T14:00:00.000Z',
        approval: { approvedBy: 'Gwilym Parry', how: 'in person', at: '2024-02-14T14:30:00.000Z' },
      }),
    ],
  }),
  ['2024-02-14T14:35:00.000Z', '2024-02-14T14:40:00.000Z', '2024-02-14T16:00:00.000Z', '2024-02-15T09:00:00.000Z'],
);

const capsule: readonly Block[] = [
  p('The letters that the children of Hexley sealed in the wall of the new police station are opened today.'),
  p(
    'In the letter she put beside them, the Commissioner, Nerys Glŷn, wrote: “I hope you have fewer locks than we had.”',
  ),
  p('There are 312 letters. Whoever is named on one may collect it at the front desk.'),
];

/** Sealed for a lifetime: published, and withheld from every bundle made before 2099. */
export const CAPSULE_STORY = published(
  '05capsule',
  sampleRelease('05capsule', {
    reference: 'WY/2026/209',
    headline: 'Letters in the station wall are opened',
    standfirst: 'Sealed in 2026, the letters of 312 children are given back.',
    dateline: { place: 'Hexley', date: '2099-01-05' },
    embargo: { instant: '2099-01-05T00:01:00.000Z', zone: 'Europe/London' },
    topics: ['History'],
    body: capsule,
    contacts: [PRESS_OFFICE, DUTY_OFFICER],
    quotes: [
      settled({
        id: '05glyn',
        body: capsule,
        at: [[1, 0]],
        by: GLYN,
        date: '2099-01-05',
        settledAt: '2026-11-16T09:40:00.000Z',
        approval: { approvedBy: 'Nerys Glŷn', how: 'paper code', at: '2026-11-16T10:00:00.000Z' },
      }),
    ],
  }),
  ['2026-11-16T10:05:00.000Z', '2026-11-16T10:10:00.000Z', '2026-11-16T12:00:00.000Z', '2026-11-17T09:00:00.000Z'],
);
