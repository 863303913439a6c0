/** Whether two values say the same as JSON, in whatever order their keys stand. */
export const isSameJson = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(valueOf(one, key), valueOf(other, key)))
  );
};

const valueOf = (owner: object, key: string): unknown => (owner as { readonly [key: string]: unknown })[key];
