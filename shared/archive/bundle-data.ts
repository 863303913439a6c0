import { z } from 'zod';

/** The archive as data, beside its pages. */
export const DATA = 'bundle.json';

/** What `bundle.json` says of itself. Others write manifests too, so a folder is known as a bundle of ours by this. */
export const MADE_BY = 'Standfirst';

/** Whether the text of a `bundle.json` is one of ours, of this form or a later one. */
export const isOwnData = (text: string): boolean => {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && 'madeBy' in data && data.madeBy === MADE_BY;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

const addressesSchema = z.object({
  madeBy: z.literal(MADE_BY),
  preview: z.boolean(),
  releases: z.array(z.object({ address: z.string(), earlier: z.array(z.string()).default([]) })),
  gone: z.array(z.object({ address: z.string() })),
  moved: z.array(z.object({ address: z.string() })).default([]),
});

/** The addresses of releases that a bundle's data names; of a preview none, for it made none public. */
export const addressesNamed = ({
  preview,
  releases,
  gone,
  moved,
}: Omit<z.infer<typeof addressesSchema>, 'madeBy'>): readonly string[] =>
  preview
    ? []
    : [
        ...releases.flatMap(({ address, earlier }) => [address, ...earlier]),
        ...[...gone, ...moved].map(({ address }) => address),
      ];

/** What the text of a `bundle.json` says that the next bundle in its place must know. */
export type ToldBundle = { readonly addresses: readonly string[]; readonly preview: boolean };

/** Reads that; where it is not one of ours, it names no address. */
export const toldBy = (text: string): ToldBundle => {
  const parsed = addressesSchema.safeParse(JSON.parse(text));
  return parsed.success
    ? { addresses: addressesNamed(parsed.data), preview: parsed.data.preview }
    : { addresses: [], preview: false };
};
