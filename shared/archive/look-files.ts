/** The files of the newsroom's `look/` that take the place of the archive's own. */
export const LOOK_FILES = ['page.mustache', 'release.mustache', 'style.css'] as const;
export type LookFile = (typeof LOOK_FILES)[number];

/** Those that are there, by their texts. */
export type LookFiles = Readonly<Partial<Record<LookFile, string>>>;
