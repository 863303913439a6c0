/**
 * Whether two values of plain data (as JSON has it) say the same. A member that is `undefined` is as good as none, as
 * in JSON; the order of members does not count. Parts that are one value are not looked into, so two large documents
 * that share most of their parts are told apart in no time.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    const [a, b] = [one as readonly unknown[], other as readonly unknown[]];
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      a.length === b.length &&
      a.every((each, index) => isSame(each, b[index]))
    );
  }
  return (
    Object.keys(one).every((key) => isSame(memberOf(one, key), memberOf(other, key))) &&
    Object.keys(other).every((key) => memberOf(other, key) === undefined || memberOf(one, key) !== undefined)
  );
};

/** A value's own member: every object has a `constructor` that is none. */
const memberOf = (owner: object, key: string): unknown =>
  Object.hasOwn(owner, key) ? (owner as Readonly<Record<string, unknown>>)[key] : undefined;
