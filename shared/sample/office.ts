import { NEWSROOM_FORMAT, type NewsroomSettings } from '../newsroom/model';
import type { Person } from '../people/model';
import type { Contact, PersonId } from '../release/model';

/* The office, the places and the people of the sample newsroom. None of them exists. */

export const PRESS_OFFICE: Contact = {
  name: 'Press office',
  role: '',
  phone: '01632 960 144',
  email: 'press@pcc-wyrdale.example',
  mediaOnly: false,
};
export const DUTY_OFFICER: Contact = {
  name: 'Duty press officer',
  role: 'Out of hours',
  phone: '07700 900 461',
  email: '',
  mediaOnly: true,
};

export const SAMPLE_SETTINGS: NewsroomSettings = {
  format: NEWSROOM_FORMAT,
  organisation: 'Police and Crime Commissioner for Wyrdale',
  language: 'en-GB',
  zone: 'Europe/London',
  siteAddress: 'https://www.pcc-wyrdale.example',
  boilerplate:
    'The Police and Crime Commissioner for Wyrdale is elected by the people of the county, sets the police budget and holds the chief constable to account. The commissioner does not direct investigations.',
  contacts: [PRESS_OFFICE, DUTY_OFFICER],
  newsEmail: 'press@pcc-wyrdale.example',
  approvals: 'persons',
};

const id = (name: string): PersonId => `p-${name}` as PersonId;

export const GLYN: Person = {
  id: id('nerys-glyn'),
  kind: 'person',
  name: 'Nerys Glŷn',
  alsoKnownAs: ['Ms Glŷn'],
  roles: [
    { title: 'Councillor, Pontŵen Town Council', from: '2017-05-08', to: '2024-05-09' },
    { title: 'Police and Crime Commissioner for Wyrdale', from: '2024-05-10', to: null },
  ],
  approvalsContact: 'Private office, extension 4410',
};
export const BRIGHT: Person = {
  id: id('ifeoma-bright'),
  kind: 'person',
  name: 'Dr Ifeoma Bright',
  alsoKnownAs: ['Ifeoma Bright', 'Dr Bright'],
  roles: [{ title: 'Chair, Wyrdale Farm Theft Review', from: '2026-01-12', to: null }],
  approvalsContact: 'i.bright@farm-review.example',
};
export const PARRY: Person = {
  id: id('gwilym-parry'),
  kind: 'person',
  name: 'Gwilym Parry',
  alsoKnownAs: ['Mr Parry'],
  roles: [{ title: 'Police and Crime Commissioner for Wyrdale', from: '2016-05-12', to: '2024-05-09' }],
  approvalsContact: '',
};
export const ATTWATER: Person = {
  id: id('ruth-attwater'),
  kind: 'person',
  name: 'Ruth Attwater',
  alsoKnownAs: ['Chief Constable Attwater'],
  roles: [{ title: 'Chief Constable', from: '2023-02-01', to: null }],
  approvalsContact: 'Staff officer, 01632 960 180',
};
export const SAFE_LANES: Person = {
  id: id('safe-lanes-wyrdale'),
  kind: 'organisation',
  name: 'Safe Lanes Wyrdale',
  alsoKnownAs: ['Safe Lanes'],
  roles: [],
  approvalsContact: '',
};

export const MEREDITH: Person = {
  id: id('idwal-meredith'),
  kind: 'person',
  name: 'Idwal Meredith',
  alsoKnownAs: ['Mr Meredith'],
  roles: [
    { title: 'Treasurer', from: '2019-09-02', to: '2024-06-02' },
    { title: 'Deputy Police and Crime Commissioner', from: '2024-06-03', to: null },
  ],
  approvalsContact: 'Private office, extension 4412',
};
export const HADDAD: Person = {
  id: id('samira-haddad'),
  kind: 'person',
  name: 'Samira Haddad',
  alsoKnownAs: ['سميرة حداد'],
  roles: [{ title: 'Head of witness care', from: '2025-03-03', to: null }],
  approvalsContact: 's.haddad@pcc-wyrdale.example',
};
export const CYCLISTS: Person = {
  id: id('hexley-wheelers'),
  kind: 'organisation',
  name: 'Hexley Wheelers',
  alsoKnownAs: [],
  roles: [],
  approvalsContact: '',
};

export const SAMPLE_PEOPLE: readonly Person[] = [GLYN, BRIGHT, PARRY, ATTWATER, SAFE_LANES, MEREDITH, HADDAD, CYCLISTS];
