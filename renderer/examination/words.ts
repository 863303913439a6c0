import type { ExaminationState } from '../../shared/newsroom/examination';
import { counted } from '../ui/dates';

/** What an examination came to, in a sentence without a full stop. */
export const doneTitle = (done: Extract<ExaminationState, { kind: 'done' }>): string => {
  const { why, releases, findings, mended } = done;
  const found =
    findings.length === 0
      ? `${counted(releases, 'release')} examined, nothing wrong`
      : `${counted(releases, 'release')} examined, ${counted(findings.length, 'thing')} not whole`;
  const before = why === 'left' ? 'Standfirst was not closed properly last time: ' : '';
  const did = mended.length === 0 ? '' : `${counted(mended.length, 'thing')} mended; `;
  return `${before}${did}${found}`;
};
