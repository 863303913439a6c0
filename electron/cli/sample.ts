import { resolve } from 'node:path';
import { ok } from '../../shared/result';
import { makeSample } from '../newsroom/sample';
import { type Command, needed, noPositionals, report } from './command';

export const sample: Command = {
  name: 'sample',
  usage: '--newsroom DIR',
  summary: 'Makes the sample newsroom in an empty folder',
  help: ['--newsroom DIR   the folder; it must be empty or not there yet'],
  options: { newsroom: { type: 'string' } },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const folder = needed(given, 'newsroom', 'where to make it');
    if (!folder.ok) return folder;
    const made = await makeSample(resolve(folder.value));
    if (!made.ok) return made;
    await report(given, io, made.value, [`${made.value.releases} releases in ${made.value.folder}`]);
    return ok(0);
  },
};
