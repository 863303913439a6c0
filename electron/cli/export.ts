import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExportReport } from '../../shared/archive/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { stops } from '../../shared/archive/checks';
import { exportBundle } from '../export/export-bundle';
import { helpWith } from '../export/help';
import { type SigningKey, readSigningKey } from '../export/minisign';
import { hashOf } from '../export/seal';
import { textsPlace } from '../export/state';
import { onDisk, readingFault } from '../newsroom/disk-fault';
import { readKnownTexts } from '../newsroom/known-texts';
import { type Command, isSet, noPositionals, report, textOption } from './command';
import { openNamed } from './open';

export const exportCommand: Command = {
  name: 'export',
  usage:
    '--newsroom DIR --out DIR [--as-of INSTANT] [--preview] [--plan] [--zip FILE] [--sign KEYFILE] [--handover] [--app-data DIR]',
  summary: 'Makes the bundle: the published archive as a static website with a manifest',
  help: [
    '--newsroom DIR    the newsroom; only text frozen at publication is read, and no state is changed',
    '--out DIR         the folder of the bundle: empty, absent, or the last bundle, which is replaced;',
    '                  neither in the newsroom nor around it',
    '--as-of INSTANT   the instant it is made for, such as 2026-11-24T00:01:00Z; else now',
    '--preview         allows an instant in the future; every page then says that it is a preview, which never',
    '                  takes the place of a bundle that readers have',
    '--plan            writes nothing and says what would change; --out may then be left out',
    '--zip FILE        the bundle as a zip, too, or with no --out alone: the same bytes each time',
    '--sign KEYFILE    signs the manifest with a secret key of minisign that has no password',
    '--handover        sources, register, corrections and dates lie beside the website: not for the web',
    '--app-data DIR    notes there what was exported, so that the next export makes only what is new',
    'Exit code 1: a check refused, and nothing was written. Withheld releases are no finding.',
  ],
  options: {
    newsroom: { type: 'string' },
    out: { type: 'string' },
    'as-of': { type: 'string' },
    preview: { type: 'boolean' },
    plan: { type: 'boolean' },
    zip: { type: 'string' },
    sign: { type: 'string' },
    handover: { type: 'boolean' },
    'app-data': { type: 'string' },
  },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const plan = isSet(given, 'plan');
    const named = textOption(given, 'out');
    const zip = textOption(given, 'zip');
    if (!plan && (named === null || named === '') && (zip === null || zip === ''))
      return failed(fault('invalid', 'Say where the bundle goes with --out or --zip, or only look with --plan.'));
    const out = named === null || named === '' ? null : resolve(named);
    const preview = isSet(given, 'preview');
    const asOf = instantOf(textOption(given, 'as-of'), io.now(), preview);
    if (!asOf.ok) return asOf;
    const sign = await signingKey(textOption(given, 'sign'));
    if (!sign.ok) return sign;
    const store = await openNamed(given, io);
    if (!store.ok) return store;
    const { folder: newsroom } = store.value;
    const data = textOption(given, 'app-data') ?? '';
    const program = data === '' ? '' : hashOf(readFileSync(__filename));
    const texts = data === '' ? null : textsPlace(resolve(data), newsroom);
    const known = texts === null ? new Map() : await readKnownTexts(texts, program);
    const help = await helpWith({ script: __filename, newsroom, asOf: asOf.value, known });
    try {
      const contents = await store.value.contents(known, help.beside);
      if (!contents.ok) return contents;
      const { value } = contents;
      const made = {
        help,
        newsroom,
        contents: value,
        out,
        asOf: asOf.value,
        preview,
        plan,
        zip: zip === null || zip === '' ? null : resolve(zip),
        sign: sign.value,
        handover: isSet(given, 'handover'),
        now: io.now().getTime(),
        ...(texts === null ? {} : { data: resolve(data), texts, program }),
      };
      const done = await onDisk(newsroom, () => exportBundle(made));
      if (!done.ok) return done;
      await report(given, io, done.value, linesOf(done.value));
      return ok(done.value.findings.some(stops) ? 1 : 0);
    } finally {
      await help.aide.end();
    }
  },
};

const signingKey = async (file: string | null): Promise<Result<SigningKey | null, Fault>> => {
  if (file === null) return ok(null);
  const place = resolve(file);
  try {
    const key = readSigningKey(await readFile(place, 'utf8'));
    return key.ok ? key : failed({ ...key.fault, where: place });
  } catch (error) {
    return failed(readingFault(error, place));
  }
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const instantOf = (text: string | null, now: Date, preview: boolean): Result<string, Fault> => {
  if (text === null) return ok(now.toISOString());
  const instant = INSTANT.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime()))
    return failed(
      fault('invalid', `“${text}” is no instant. Write it with its zone, such as 2026-11-24T00:01:00Z or +01:00.`),
    );
  if (instant > now && !preview)
    return failed(
      fault(
        'refused',
        `${text} lies in the future. Leave --as-of out, or add --preview: the bundle is then marked as one.`,
      ),
    );
  return ok(instant.toISOString());
};

const linesOf = (done: ExportReport): readonly string[] => [
  ...done.findings.map((each) =>
    each.override === null
      ? `refused: ${each.headline || each.release}: ${each.message}`
      : `let pass by ${each.override.by} (${each.override.reason}): ${each.headline || each.release}: ${each.message}`,
  ),
  ...done.withheld.map(
    (each) =>
      `withheld: ${each.headline || each.release}: ${each.why}${each.until === null ? '' : ` until ${each.until}`}`,
  ),
  ...done.changes.added.map((path) => `added: ${path}`),
  ...done.changes.changed.map((path) => `changed: ${path}`),
  ...done.changes.removed.map((path) => `removed: ${path}`),
  ...done.notes.map((note) => `note: ${note}`),
  `${done.written ? `${done.files.length} files written${done.folder === null ? '' : ` in ${done.folder}`}` : 'nothing was written'}, as of ${done.asOf}`,
];
