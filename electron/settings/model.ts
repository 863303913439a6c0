import { z } from 'zod';

/** What this computer keeps for its user, beside every newsroom. Never a word of a release. */
export const settingsSchema = z.object({
  format: z.literal(1),
  /** Asked once; stands behind every save and act. Empty until asked. */
  who: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  /** Names this computer in the history of a newsroom. */
  device: z.string().regex(/^[0-9a-f]{16}$/),
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive(), maximized: z.boolean() })
    .nullable(),
  /** Newsrooms opened before, newest first, each with the folder its bundle goes to. */
  recent: z
    .array(
      z.object({ organisation: z.string(), folder: z.string().min(1), exportFolder: z.string().min(1).nullable() }),
    )
    .max(20),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type WindowPlace = NonNullable<Settings['window']>;

/** The settings of a first start. */
export const firstSettings = (device: string): Settings => ({
  format: 1,
  who: '',
  theme: 'system',
  device,
  window: null,
  recent: [],
});

/** The newsroom comes first among those opened before; the folder of its bundle stays known. */
export function rememberNewsroom(
  recent: Settings['recent'],
  opened: { readonly organisation: string; readonly folder: string },
): Settings['recent'] {
  const before = recent.find(({ folder }) => folder === opened.folder);
  const others = recent.filter(({ folder }) => folder !== opened.folder);
  return [{ ...opened, exportFolder: before?.exportFolder ?? null }, ...others].slice(0, 10);
}

/** Keeps the folder that a newsroom's bundle goes to. */
export const rememberExportFolder = (
  recent: Settings['recent'],
  newsroom: string,
  exportFolder: string,
): Settings['recent'] => recent.map((known) => (known.folder === newsroom ? { ...known, exportFolder } : known));
