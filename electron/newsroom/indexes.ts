import { join, relative, sep } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { FileSystem } from './file-system';
import { peopleToShow, settingsToShow } from './read-all';
import { type RegisterIndex, makeRegisterIndex } from './register-index';
import { type RowIndex, makeRowIndex } from './row-index';

/** What is kept of a newsroom for speed alone: the rows of the list, and those of the quote register. */
export type Indexes = { readonly rows: RowIndex; readonly register: RegisterIndex };

type Kept = {
  /** The app's own data folder; null: they are kept nowhere. */
  readonly data: string | null;
  readonly fs: FileSystem;
  /** How long quotes are counted while the list is waited for, in milliseconds; all of them unless given. */
  readonly countFor?: number;
};

/** The indexes of a newsroom. Nothing is read before it is needed. */
export const openIndexes = (newsroom: string, { data, fs, countFor = Infinity }: Kept): Indexes => {
  const file = (ending: string): string | null =>
    data === null ? null : join(data, 'index', `${sha256Hex(newsroom).slice(0, 32)}.${ending}`);
  return {
    rows: makeRowIndex({ fs, file: file('jsonl'), countFor }),
    register: makeRegisterIndex({ folder: newsroom, fs, file: file('register.jsonl') }),
  };
};

/** The folders, below the newsroom, of which an index says something else than one made anew would. Changes nothing. */
export const differingIn = async (newsroom: string, { rows, register }: Indexes): Promise<readonly string[]> => {
  const settings = await settingsToShow(newsroom);
  const people = await peopleToShow(newsroom);
  // Without them no row can be made, and that is a finding of its own.
  if (!settings.ok || !people.ok) return [];
  const context = { people: people.value.people, approvals: settings.value.approvals };
  await rows.reader(context.people, context.approvals);
  const inList = (await rows.differing()).map((folder) => relative(newsroom, folder).split(sep).join('/'));
  return [...new Set([...inList, ...(await register.differing(context))])];
};

/** Forgets what the indexes say of a release, whose folder is given below the newsroom: it is computed anew. */
export const forgetIn = async (newsroom: string, { rows, register }: Indexes, path: string): Promise<void> => {
  rows.erase(join(newsroom, path));
  register.erase(path);
  await rows.keep();
  await register.keep();
};
