import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { systemCode } from '../newsroom/save-file';

/** Whether a folder is another one or lies in it. Both absolute, as `truePath` gives them. */
export const isWithin = (folder: string, other: string): boolean => {
  const way = path.relative(other, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
};

/** Where a folder really lies, links followed as far as there is anything on the way to it. */
export const truePath = async (folder: string): Promise<string> => {
  try {
    return await realpath(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error)) || above === folder) throw error;
    return path.join(await truePath(above), path.basename(folder));
  }
};

/** Whether something stands at a place, and is a link. */
export const standsAt = async (place: string): Promise<'nothing' | 'link' | 'something'> => {
  try {
    return (await lstat(place)).isSymbolicLink() ? 'link' : 'something';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
};

/**
 * Refuses a folder for the bundle that lies in the newsroom, or holds it: the bundle is public and takes its folder's
 * place whole. Fault: `refused`.
 */
export const apartFrom = async (newsroom: string, out: string): Promise<Result<null, Fault>> => {
  const [home, place] = await Promise.all([newsroom, out].map((folder) => truePath(path.resolve(folder))));
  const isMixed = home === undefined || place === undefined || isWithin(place, home) || isWithin(home, place);
  const message =
    'The bundle is public, and its folder is replaced whole: choose one outside the newsroom and not around it.';
  return isMixed ? failed(fault('refused', message, { where: out })) : ok(null);
};
