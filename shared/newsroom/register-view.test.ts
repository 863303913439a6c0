import { describe, expect, test } from 'vitest';
import type { Person } from '../people/model';
import { personId, releaseId } from '../testing/builders';
import type { RegisterRow } from './register-row';
import { NO_FILTER, countByMonth, filterRows, roleSince, sortRows, speakersIn, yearsIn } from './register-view';

const row = (given: Partial<RegisterRow>): RegisterRow => ({
  speaker: 'Nia Prosser',
  role: 'Chair',
  kind: 'person',
  date: '2026-11-24',
  status: 'approved',
  approvedBy: '',
  approvedAt: '',
  release: releaseId('r-test0001'),
  headline: 'The Mole is mended',
  state: 'published',
  words: '“We start today.”',
  person: personId('p-nia'),
  how: '',
  quote: 'q-00000001',
  embargo: '',
  ...given,
});
const body = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id: personId(id),
  kind: 'person',
  name,
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
  ...more,
});
const COUNCIL = body('p-council', 'North Vale Council', { kind: 'organisation', mergedFrom: [personId('p-old')] });
const NIA = body('p-nia', 'Nia Prosser', {
  organisations: [personId('p-old')],
  roles: [
    { title: 'Chair', from: '2020-01-01', to: '2026-06-30' },
    { title: 'Leader', from: '2026-07-01', to: null },
  ],
});
const people = [NIA, COUNCIL];

const NOW = new Date('2026-11-24T12:00:00.000Z');
const nia = row({});
const council = row({ speaker: 'North Vale Council', person: personId('p-council'), kind: 'organisation', date: '2026-02-03', status: 'no approval needed', words: '“The bridge is safe.”' }); // prettier-ignore
const owen = row({ speaker: 'Owen Bell', person: '', date: '2025-12-31', state: 'working', status: 'needs approval', words: '“Aber Glŷn waits.”' }); // prettier-ignore
const nobody = row({ speaker: '', role: '', person: '', kind: '', date: '', state: 'working', status: 'no speaker', words: '“Who?”' }); // prettier-ignore
const rows = [nia, council, owen, nobody];
const shown = (filter: Partial<typeof NO_FILTER>) => filterRows(rows, { ...NO_FILTER, ...filter }, people, NOW);

describe('the register is narrowed', () => {
  test.each([
    ['to nothing', {}, rows],
    ['to words, letter case and accents aside', { words: 'glyn' }, [owen]],
    ['to words in their order', { words: '“we start”' }, [nia]],
    ['to words of the headline or the speaker', { words: 'mended council' }, [council]],
    ['to a person', { speaker: 'p-nia' }, [nia]],
    ['to a name that is no person’s', { speaker: 'Owen Bell' }, [owen]],
    ['to nobody', { speaker: '' }, [nobody]],
    ['to an organisation and those who belong to it', { organisation: personId('p-council') }, [nia, council]],
    ['to a year', { year: '2025' }, [owen]],
    ['to a status', { status: 'no approval needed' }, [council]],
    ['to what was published', { published: true }, [nia, council]],
    ['by two at once', { published: true, year: '2025' }, []],
  ] as const)('%s', (_name, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });
});

test('what is published under an embargo is not among what was published before that has ended', () => {
  const [held, over] = [row({ embargo: '2026-11-24T12:00:01.000Z' }), row({ embargo: NOW.toISOString() })];
  const published = filterRows([held, over], { ...NO_FILTER, published: true }, people, NOW);
  expect(published).toEqual([over]);
  expect(filterRows([held, over], NO_FILTER, people, NOW)).toEqual([held, over]);
});

test('the newest comes first, or the oldest; names as a reader orders them; what is to be settled before the rest', () => {
  const newest = sortRows(rows, { by: 'date', descending: true });
  expect(newest).toEqual([nia, council, owen, nobody]);
  expect(sortRows(rows, { by: 'date', descending: false })).toEqual([nobody, owen, council, nia]);
  expect(sortRows(rows, { by: 'speaker', descending: false })).toEqual([nobody, nia, council, owen]);
  expect(sortRows(rows, { by: 'status', descending: false })).toEqual([nobody, owen, nia, council]);
});

test('quotes are counted by month, months without any too', () => {
  const counts = countByMonth(rows, '2026');
  expect(counts).toHaveLength(12);
  expect(counts.filter(({ count }) => count > 0)).toEqual([
    { month: '2026-02', count: 1 },
    { month: '2026-11', count: 1 },
  ]);
  expect(yearsIn(rows)).toEqual(['2026', '2025']);
});

test('speakers are counted under the name they have now, with the role of their newest quote, nobody last', () => {
  const older = row({ speaker: 'Ms Prosser', role: 'Councillor', date: '2019-05-01' });
  expect(speakersIn([nobody, older, ...rows], people).map(({ name, role, count }) => [name, role, count])).toEqual([
    ['Nia Prosser', 'Chair', 2],
    ['North Vale Council', 'Chair', 1],
    ['Owen Bell', 'Chair', 1],
    ['', '', 2],
  ]);
});

describe('words said in an office that has passed on', () => {
  test.each([
    ['are told with the role held today', 'p-nia', '2026-03-01', '2026-11-24', 'Leader'],
    ['are not, where the role is still held', 'p-nia', '2026-08-01', '2026-11-24', null],
    ['are not, of a release with no date', 'p-nia', '', '2026-11-24', null],
    ['are not, where the roles do not tell', 'p-nia', '2019-03-01', '2026-11-24', null],
    ['are not, of somebody unknown', 'p-nobody', '2026-03-01', '2026-11-24', null],
  ] as const)('%s', (_name, id, day, today, expected) => {
    expect(roleSince(people, personId(id), day, today)).toBe(expected);
  });

  test('are told with no role where none is held today', () => {
    const left: Person = { ...NIA, roles: NIA.roles.slice(0, 1) };
    expect(roleSince([left], NIA.id, '2026-03-01', '2026-11-24')).toBe('');
  });
});
