import type { Block } from '../release/model';
import { bullet, p, published, sampleId, sampleRelease, settled, text, type SampleStory } from './build';
import { ATTWATER, HADDAD, MEREDITH, PRESS_OFFICE } from './office';

/* Releases in other languages than English, one of them from right to left. */

const canolfan: readonly Block[] = [
  p('Mae canolfan newydd i dystion wedi agor ger yr orsaf ym Mhontŵen.'),
  p(
    'Dywedodd Idwal Meredith, y dirprwy gomisiynydd: “Bydd pob tyst yn cael ystafell dawel a rhywun i siarad ag ef yn ei iaith ei hun.”',
  ),
  p('Mae’r ganolfan ar agor o ddydd Llun i ddydd Gwener.'),
];

/** In Welsh, published. */
const CANOLFAN = published(
  '16canolfan',
  sampleRelease('16canolfan', {
    reference: 'WY/2025/038',
    language: 'cy',
    headline: 'Canolfan newydd i dystion yn agor ym Mhontŵen',
    standfirst: 'Mae’r drysau ar agor o ddydd Llun i ddydd Gwener.',
    dateline: { place: 'Pontŵen', date: '2025-04-08' },
    topics: ['Tystion'],
    body: canolfan,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '16meredith',
        body: canolfan,
        at: [[1, 0]],
        by: MEREDITH,
        date: '2025-04-08',
        settledAt: '2025-04-07T09:00:00.000Z',
        approval: { approvedBy: 'Idwal Meredith', how: 'email', at: '2025-04-07T12:10:00.000Z' },
      }),
    ],
  }),
  ['2025-04-07T12:15:00.000Z', '2025-04-07T12:16:00.000Z', '2025-04-07T15:00:00.000Z', '2025-04-08T08:00:00.000Z'],
);

const arabic: readonly Block[] = [
  p('تبدأ يوم الاثنين خدمة هاتفية باللغة العربية لكل من يُطلب منه أن يشهد أمام المحكمة في مقاطعة ويردايل.'),
  p('قالت سميرة حداد، رئيسة قسم رعاية الشهود: “من يشهد بلغته يقول ما رآه حقًا، ولا يخاف من السؤال.”'),
  p('الخدمة مجانية، ويرد على الهاتف موظفون يتحدثون العربية:'),
  bullet('من الاثنين إلى الجمعة من التاسعة صباحًا حتى الخامسة مساءً'),
  bullet('ويوم السبت حتى الظهر'),
  p('واسم الخدمة بالإنجليزية ', text('Wyrdale Witness Line', { language: 'en-GB' }), '.'),
];

/** In Arabic, published. */
const ARABIC = published(
  '18shuhud',
  sampleRelease('18shuhud', {
    reference: 'WY/2025/083',
    language: 'ar',
    headline: 'خدمة هاتفية بالعربية للشهود تبدأ يوم الاثنين',
    standfirst: 'الخدمة مجانية ومفتوحة ستة أيام في الأسبوع.',
    dateline: { place: 'هكسلي', date: '2025-09-11' },
    topics: ['الشهود'],
    body: arabic,
    contacts: [PRESS_OFFICE],
    quotes: [
      settled({
        id: '18haddad',
        body: arabic,
        at: [[1, 0]],
        by: HADDAD,
        date: '2025-09-11',
        settledAt: '2025-09-10T09:00:00.000Z',
        approval: { approvedBy: 'Samira Haddad', how: 'email', at: '2025-09-10T10:15:00.000Z' },
      }),
    ],
  }),
  ['2025-09-10T10:20:00.000Z', '2025-09-10T10:22:00.000Z', '2025-09-10T14:00:00.000Z', '2025-09-11T08:00:00.000Z'],
);

const urdu: readonly Block[] = [
  p('ہیکسلی کے تھانے میں اگلے مہینے سے اردو میں بھی شکایت درج کرائی جا سکے گی۔'),
  p('چیف کانسٹیبل روتھ ایٹ واٹر نے کہا: “جو بات اپنی زبان میں کہی جائے، وہ پوری کہی جاتی ہے۔”'),
];

/** In Urdu, being written; its quote has a speaker and waits for an approval. */
const URDU: SampleStory = {
  id: sampleId('23thana'),
  steps: [
    {
      do: 'add',
      kind: 'created',
      at: '2026-11-18T09:30:00.000Z',
      release: sampleRelease('23thana', {
        language: 'ur',
        headline: 'تھانے میں اردو میں بھی شکایت درج ہوگی',
        dateline: { place: 'ہیکسلی', date: '2026-12-01' },
        topics: ['The office'],
        body: urdu,
        contacts: [PRESS_OFFICE],
        quotes: [
          settled({
            id: '23attwater',
            body: urdu,
            at: [[1, 0]],
            by: ATTWATER,
            date: '2026-12-01',
            settledAt: '2026-11-18T09:25:00.000Z',
            approval: null,
          }),
        ],
      }),
    },
  ],
};

export const LANGUAGE_STORIES: readonly SampleStory[] = [CANOLFAN, ARABIC, URDU];
