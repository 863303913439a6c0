import { p, sampleId, sampleRelease, type SampleStory } from './build';
import { DUTY_OFFICER, PRESS_OFFICE } from './office';

/**
 * A release in the form in which such offices have long put theirs on the web: a long first paragraph, then one running
 * quotation of eight paragraphs, each opened and only the last closed, with other quotes nested in it.
 * 73 + 27 + 11 + 37 + 17 + 30 + 40 + 9 + 17 = 261 words, counted by hand.
 */
export const TWIN_PARAGRAPHS: readonly string[] = [
  'Police and Crime Commissioner for Wyrdale Nerys Glŷn comments on the inspectors’ reports on custody, on missing children and on the first response to violence at home (Second Visit). The reports, written by the Inspectorate of Public Safety (IPS) after visits to Wyrdale in the spring of 2026, ask how well the force looks after people who are held, people who are lost and people who are afraid of somebody they live with.',
  'Police and Crime Commissioner for Wyrdale Nerys Glŷn said, “I accept every recommendation in these reports and I will see that each of them is carried out.',
  '“A child who goes missing must be looked for at once.',
  '“We have set up a table in each of the four districts where police, schools and social workers sit together every morning. Three of the four are at work, and the last opens in the new year.',
  '“The force now prints its figures on missing children each quarter, so that anybody can read them.',
  '“It has changed how ‘absent’ children are written down, and a sergeant now checks every entry. I will ask each month whether a child marked ‘absent’ was in truth ‘missing’.',
  '“Violence at home is not a private matter. I will go through the first calls with the Chief Constable, because what is said in those two minutes decides what happens next. Children hear it too, and they must be asked.',
  '“Keeping people safe is work for all of us.',
  '“These are hard reports to read, and I will hold the force to every line of them.”',
];
export const TWIN_WORDS = 261;

/** The same release as it would be saved from a web page: page furniture before and after, no headline, no date. */
export const TWIN_TEXT = [
  'Skip to main content',
  ...TWIN_PARAGRAPHS,
  'Back to News Archive',
  'Latest News',
  'Keep up to date with what the Commissioner for Wyrdale does. Ask the press office.',
  'All News',
  'Get the Latest news',
].join('\n\n');

const body = TWIN_PARAGRAPHS.map((words) => p(words));

/** Brought in as it was found, then given a headline, a date and contacts. Nobody has settled its quote. */
export const TWIN_STORY: SampleStory = {
  id: sampleId('01twin'),
  steps: [
    { do: 'add', kind: 'imported', at: '2026-11-20T09:12:00.000Z', release: sampleRelease('01twin', { body }) },
    {
      do: 'save',
      at: '2026-11-20T09:21:00.000Z',
      release: sampleRelease('01twin', {
        headline: 'Commissioner answers three reports by the inspectors',
        dateline: { place: 'Hexley', date: '2026-11-23' },
        topics: ['Inspections', 'Children'],
        body,
        contacts: [PRESS_OFFICE, DUTY_OFFICER],
      }),
    },
  ],
};
