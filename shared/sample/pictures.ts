import { invariant } from '../assert';
import { sha256Hex } from '../digest';
import { type Drawing, writePng } from '../media/png-write';
import type { ImageBlock, MediaName } from '../release/model';

/* The sample newsroom's pictures, drawn by code: ours, and the same bytes on every machine. */

/** Places in the list of colours below. */
const [SKY, FAR, ROAD, LINE, BUS, SHADE, GLASS] = [0, 1, 2, 3, 4, 5, 6] as const;
const [TYRE, HUB, POST, LAMP, GLOW, STAR] = [7, 8, 9, 10, 11, 12] as const;
const SHADE_OF_WATER = SKY;

type Shape = (x: number, y: number) => number | null;
const box =
  (left: number, top: number, width: number, height: number, colour: number): Shape =>
  (x, y) =>
    x >= left && x < left + width && y >= top && y < top + height ? colour : null;
const disc =
  (middle: number, centre: number, radius: number, colour: number): Shape =>
  (x, y) =>
    (x - middle) ** 2 + (y - centre) ** 2 <= radius ** 2 ? colour : null;

/** Shapes of a night bus under a lamp, the foremost last. */
const NIGHT_BUS: readonly Shape[] = [
  ...[
    [40, 30],
    [110, 62],
    [205, 22],
    [300, 48],
    [455, 34],
    [168, 88],
  ].map(([x = 0, y = 0]) => disc(x, y, 1.6, STAR)),
  ...[
    [0, 130, 70],
    [62, 108, 46],
    [104, 142, 90],
    [330, 118, 60],
    [384, 138, 96],
  ].map(([x = 0, y = 0, wide = 0]) => box(x, y, wide, 120, FAR)),
  box(0, 232, 480, 68, ROAD),
  ...[0, 1, 2, 3, 4, 5].map((nth) => box(12 + nth * 84, 268, 44, 5, LINE)),
  disc(420, 74, 34, GLOW),
  box(418, 76, 5, 160, POST),
  box(398, 70, 26, 6, POST),
  disc(404, 79, 7, LAMP),
  box(96, 128, 250, 96, BUS),
  box(96, 204, 250, 20, SHADE),
  ...[0, 1, 2, 3].map((nth) => box(110 + nth * 46, 142, 38, 34, GLASS)),
  box(300, 142, 36, 62, GLASS),
  box(317, 142, 2, 62, SHADE),
  ...[150, 290].flatMap((x) => [disc(x, 226, 22, TYRE), disc(x, 226, 9, HUB)]),
];

const COLOURS: Drawing['colours'] = [
  [22, 30, 54],
  [34, 44, 74],
  [46, 50, 58],
  [198, 200, 190],
  [178, 42, 48],
  [128, 28, 36],
  [250, 224, 146],
  [18, 20, 24],
  [150, 154, 160],
  [96, 102, 112],
  [255, 246, 214],
  [58, 62, 84],
  [226, 230, 240],
];

/** A boat of the river patrol before the far bank, the foremost last. */
const RIVER_BOAT: readonly Shape[] = [
  disc(386, 66, 26, LAMP),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((nth) => disc(20 + nth * 66, 152 + (nth % 3) * 8, 52, FAR)),
  box(0, 172, 480, 128, GLOW),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((nth) => box(14 + (nth % 3) * 150, 196 + nth * 11, 70, 2, SHADE_OF_WATER)),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((nth) => box(110 + nth, 196 + nth * 2, 252 - nth * 2, 3, BUS)),
  box(176, 142, 116, 54, STAR),
  ...[0, 1, 2].map((nth) => box(186 + nth * 36, 152, 26, 22, SKY)),
  box(232, 100, 4, 44, POST),
  box(236, 102, 30, 16, BUS),
];

/** Three bicycles in a row, as circles and bars. */
const BICYCLES: readonly Shape[] = [
  box(0, 210, 480, 90, HUB),
  ...[0, 1, 2].flatMap((nth) => {
    const left = 74 + nth * 148;
    return [
      ...[left, left + 78].flatMap((middle) => [
        disc(middle, 196, 36, TYRE),
        disc(middle, 196, 30, LINE),
        disc(middle, 196, 5, TYRE),
      ]),
      box(left, 150, 84, 5, BUS),
      box(left + 34, 150, 5, 46, BUS),
      box(left, 150, 5, 46, BUS),
      box(left + 76, 132, 5, 64, BUS),
      box(left + 64, 130, 28, 5, TYRE),
      box(left + 22, 138, 28, 7, TYRE),
    ];
  }),
];

/**
 * A picture of the sample: its name, which is the hash of its bytes, how it stands in a text, and its bytes, which are
 * drawn when they are asked for: most programs that know of the sample never show it.
 */
const picture = (hash: string, shapes: readonly Shape[], ground: number, alternative: string) => {
  const drawing: Drawing = {
    width: 480,
    height: 300,
    colours: COLOURS,
    at: (x, y) => shapes.reduce<number>((colour, shape) => shape(x, y) ?? colour, ground),
  };
  const file = `${hash}.png` as MediaName;
  const draw = (): Uint8Array => {
    const bytes = writePng(drawing);
    invariant(sha256Hex(bytes) === hash, 'a picture of the sample bears the name of its bytes');
    return bytes;
  };
  const block = (caption: string): ImageBlock => ({
    type: 'image',
    file,
    width: drawing.width,
    height: drawing.height,
    alternative,
    credit: 'Drawing: Office of the Police and Crime Commissioner for Wyrdale',
    runs: caption === '' ? [] : [{ text: caption }],
  });
  return { file, draw, block };
};

const bus = picture(
  '03587920f66ca9c531c437fdaf4497e62124df4887a98453eac6a5e7df014601',
  NIGHT_BUS,
  SKY,
  'A red bus with lit windows stands at night under a street lamp',
);
const boat = picture(
  '7cb2988504d405d0998f9c219483a9cda30ee07019c255638b8a5a5ad4421cec',
  RIVER_BOAT,
  STAR,
  'A red and white patrol boat with a flag lies before a wooded bank',
);
const bicycles = picture(
  'e8cc46ba509c09df41fc1057d16834436bea3c1b3c5f0a23ff83e689550e639e',
  BICYCLES,
  STAR,
  'Three red bicycles stand in a row',
);

/** The files of the sample's pictures by name: each is drawn as it is asked for. */
export const SAMPLE_MEDIA: ReadonlyMap<MediaName, () => Uint8Array> = new Map(
  [bus, boat, bicycles].map(({ file, draw }) => [file, draw]),
);

/** A bus at night, with its caption. */
export const nightBus = bus.block;
export const riverBoat = boat.block;
export const threeBicycles = bicycles.block;
