import type { VersionKind, VersionLine } from './model';

const KINDS: Readonly<Record<VersionKind, string>> = {
  created: 'As begun',
  imported: 'As imported',
  autosave: 'Saved as it was written',
  manual: 'Saved',
  draft: 'Draft',
  review: 'Sent for review',
  agreed: 'Agreed',
  published: 'Published',
  corrected: 'Corrected',
  minor: 'Changed in small things',
  withdrawn: 'Withdrawn',
  replaced: 'Replaced',
  restored: 'Restored',
  approval: 'Approval recorded',
  'approval-undone': 'Approval taken back',
  override: 'Check overridden',
  conflict: 'Kept aside, as the file had changed',
  found: 'Found in the folder',
  trashed: 'Moved to the trash',
  'put-back': 'Taken out of the trash',
  removed: 'Removed, and its text erased',
  sheet: 'Approval sheet issued',
};

/** What a version is called: its draft's name, or what it was kept for. */
export const versionName = ({ kind, name }: Pick<VersionLine, 'kind' | 'name'>): string =>
  name === '' ? KINDS[kind] : name;
