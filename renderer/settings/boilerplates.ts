import type { SettingsVersion } from '../../shared/newsroom/model';

/** A wording of the boilerplate that stood before: since when, by whom it was written (nobody: before the first change). */
export type EarlierBoilerplate = { readonly at: string; readonly by: string; readonly words: string };

/**
 * The wordings of the boilerplate that stood before `now`, newest first, each once and with when it was put in last.
 * `versions` are the settings after each change, newest first.
 */
export const earlierBoilerplates = (
  versions: readonly SettingsVersion[],
  now: string,
): readonly EarlierBoilerplate[] => {
  const known = new Set([now.trim(), '']);
  return versions.flatMap(({ at, by, settings: { boilerplate } }, index) => {
    const before = versions[index + 1]?.settings.boilerplate;
    if (boilerplate === before || known.has(boilerplate.trim())) return [];
    known.add(boilerplate.trim());
    return [{ at, by, words: boilerplate }];
  });
};
