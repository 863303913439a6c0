import { readFileSync } from 'node:fs';
import { type Fault, fault } from '../../shared/fault';
import { takeInMedia } from '../../shared/media/take-in';
import { MEDIA_FOLDER, publicMedia } from '../../shared/archive/media';
import type { Finding } from '../../shared/archive/model';
import type { ArchiveRelease } from '../../shared/archive/site';
import type { MediaName } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { isMediaOf } from '../media/media-folder';
import { readHere } from '../newsroom/placeholder';
import type { Picture } from './seal';

/** The pictures of a bundle, and what stands against it for want of one. */
export type Pictures = { readonly pictures: readonly Picture[]; readonly findings: readonly Finding[] };

const notThere = (release: ArchiveRelease['facts'], why: string): Finding => ({
  code: 'image-missing',
  release: release.id,
  headline: release.headline,
  message: `A picture of “${release.headline}” ${why}`,
  quote: null,
  words: null,
  override: null,
});

const noLogo = (why: string): Finding => ({
  code: 'image-missing',
  release: null,
  headline: 'The newsroom’s settings',
  message: `The organisation’s logo ${why}`,
  quote: null,
  settings: 'look',
  words: null,
  override: null,
});

/**
 * Looks at the pictures of public releases: each is there, has the bytes that its name says, and holds nothing besides the
 * picture; so with the organisation's logo. `places` says where each lies.
 */
export const lookAtPictures = async (
  releases: readonly ArchiveRelease[],
  places: ReadonlyMap<MediaName, string>,
  logo?: MediaName,
): Promise<Pictures> => {
  const wrong = new Map<MediaName, string>();
  const pictures: Picture[] = [];
  for (const name of new Set([...publicMedia(releases), ...(logo === undefined ? [] : [logo])])) {
    const place = places.get(name);
    const checked = await checkPicture(name, place);
    if (!checked.ok) wrong.set(name, checked.fault.message);
    else if (place !== undefined) pictures.push({ path: `${MEDIA_FOLDER}${name}`, read: () => readFileSync(place) });
  }
  const findings = releases.flatMap(({ facts, summary }) =>
    summary.media.flatMap((name) => {
      const why = wrong.get(name);
      return why === undefined ? [] : [notThere(facts, why)];
    }),
  );
  const why = logo === undefined ? undefined : wrong.get(logo);
  return { pictures, findings: why === undefined ? findings : [...findings, noLogo(why)] };
};

const checkPicture = async (name: MediaName, place: string | undefined): Promise<Result<null, Fault>> => {
  const bytes = place === undefined ? null : await readHere(place);
  if (bytes === 'away')
    return failed(fault('not-downloaded', 'is not on this computer: a sync program keeps it elsewhere.'));
  if (bytes === null) return failed(fault('not-found', 'is not in the newsroom.'));
  if (!isMediaOf(name, bytes)) return failed(fault('unreadable', 'was altered: it is not the one that was published.'));
  // Whatever way it came there: what a picture says besides itself is not published.
  const clean = takeInMedia(bytes);
  if (!clean.ok || !Buffer.from(clean.value.bytes).equals(bytes))
    return failed(fault('refused', 'holds more than a picture, such as where it was taken. Insert it anew.'));
  return ok(null);
};
