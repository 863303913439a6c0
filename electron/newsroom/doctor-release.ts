import { join } from 'node:path';
import { canonicalAgain } from '../../shared/canonical';
import { releaseAsText } from '../../shared/newsroom/plain-text';
import type { Fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import type { DoctorFinding, Find, FindingCode } from './doctor-findings';
import { RELEASE_FILE, TEXT_FILE } from './folders';
import { readIfThere, readObject } from './history';
import { readLogs } from './history-log';
import { lostAct, lostActMessage } from './lost-act';
import { faultText } from './read-all';
import { readRelease } from './release-file';
import { readReview } from './review-file';
import { REVIEW_FILE } from '../../shared/review/parse';

const CODES: Readonly<Partial<Record<Fault['code'], FindingCode>>> = {
  'newer-format': 'release-newer',
  'not-downloaded': 'not-downloaded',
};

/** What is wrong with a release's file, the plain text beside it, and its published text. */
export const examineRelease = async (
  newsroom: string,
  path: string,
  id: ReleaseId,
): Promise<readonly DoctorFinding[]> => {
  const folder = join(newsroom, path);
  const findings: DoctorFinding[] = [];
  const find: Find = (code, where, message) => void findings.push({ code, where: `${path}/${where}`, message });
  const read = await readRelease(folder, id);
  if (!read.ok) {
    const code = CODES[read.fault.code] ?? 'release-unreadable';
    find(code, RELEASE_FILE, faultText(read.fault));
    return findings;
  }
  const { release } = read.value;
  const bytes = await readIfThere(join(folder, RELEASE_FILE));
  if (bytes !== null && bytes.toString('utf8') !== canonicalAgain(bytes.toString('utf8')))
    find('not-canonical', RELEASE_FILE, 'It is not in the one written form: another program has written it.');
  const text = await readIfThere(join(folder, TEXT_FILE));
  if (text === null || !text.equals(Buffer.from(releaseAsText(release), 'utf8')))
    find(
      'text-stale',
      TEXT_FILE,
      'The text for reading and searching is not that of the release; it can be made again, and nothing is missing from the release.',
    );
  await examineReview(folder, id, find);
  const lost = await lostAct(folder, release, await readLogs(folder));
  if (lost !== null) find('publication-lost', RELEASE_FILE, lostActMessage(lost));
  if (release.publication !== null && release.state !== 'removed') {
    const frozen = await readObject(folder, release.publication.version);
    if (!frozen.ok) find('frozen-text', RELEASE_FILE, `Its published text cannot be used. ${faultText(frozen.fault)}`);
  }
  return findings;
};

/** Remarks that cannot be read are never written over; one on a text that is gone is found by its words. */
const examineReview = async (folder: string, id: ReleaseId, find: Find): Promise<void> => {
  const read = await readReview(folder, id);
  if (!read.ok) {
    const code = read.fault.code === 'not-downloaded' ? 'not-downloaded' : 'review-unreadable';
    find(code, REVIEW_FILE, faultText(read.fault));
    return;
  }
  const { bytes } = read.value;
  const text = bytes === null ? null : Buffer.from(bytes).toString('utf8');
  if (text !== null && text !== canonicalAgain(text))
    find('not-canonical', REVIEW_FILE, 'It is not in the one written form: another program has written it.');
};
