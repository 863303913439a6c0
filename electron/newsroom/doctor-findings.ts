import type { Finding } from '../../shared/newsroom/examination';

/** What can be found, by the name scripts know it by. */
export type FindingCode =
  | 'settings'
  | 'people'
  | 'release-unreadable'
  | 'release-newer'
  | 'review-unreadable'
  | 'folder-name'
  | 'duplicate-id'
  | 'not-canonical'
  | 'text-stale'
  | 'no-history'
  | 'log-broken'
  | 'history-changed'
  | 'object-missing'
  | 'object-altered'
  | 'object-orphan'
  | 'frozen-text'
  | 'publication-lost'
  | 'media-missing'
  | 'media-altered'
  | 'media-orphan'
  | 'trash-note'
  | 'stale-temporary'
  | 'conflict-copy'
  | 'releases-missing'
  | 'not-downloaded'
  | 'unsafe-name'
  | 'long-path'
  | 'index-differs';

export type DoctorFinding = Finding & { readonly code: FindingCode };
export type Examination = { readonly findings: readonly DoctorFinding[]; readonly releases: number };
export type Find = (code: FindingCode, where: string, message: string) => void;
