import { compare as compareReleases } from '../../shared/compare/compare';
import { fault } from '../../shared/fault';
import { failed, ok } from '../../shared/result';
import { type Command, isSet, print, textOption } from './command';
import { findRelease, openNamed } from './open';

export const compare: Command = {
  name: 'compare',
  usage: 'RELEASE RELEASE [--newsroom DIR]',
  summary: 'Sets two releases, or two drafts of one, side by side as JSON',
  help: [
    'RELEASE          a release.json, text or HTML file, or with --newsroom an id, optionally @version',
    '                 (r-abcdefgh@Draft 2, r-abcdefgh@1f2e: a draft’s name or the beginning of a version’s hash)',
    '--newsroom DIR   the newsroom of the ids, whose people are known',
  ],
  options: { newsroom: { type: 'string' } },
  run: async (given, io) => {
    const [one, other, more] = given.positionals;
    if (one === undefined || other === undefined || more !== undefined)
      return failed(fault('invalid', 'Say two RELEASEs.'));
    const before = await findRelease(one, given, io);
    if (!before.ok) return before;
    const after = await findRelease(other, given, io);
    if (!after.ok) return after;
    let context;
    if (textOption(given, 'newsroom') !== null) {
      const store = await openNamed(given, io);
      const read = store.ok ? await store.value.read() : store;
      if (!read.ok) return read;
      context = { people: read.value.people.people, approvals: read.value.settings.approvals };
    }
    const comparison = compareReleases(before.value, after.value, context);
    await print(io, `${JSON.stringify(comparison, null, isSet(given, 'json') ? undefined : 2)}\n`);
    return ok(0);
  },
};
