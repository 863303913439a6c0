/** Where a link of a release, or of the archive's look, may lead. */
export const LINK = /^(?:https?:\/\/|mailto:|tel:)\S+$/i;

/** Whether an address may stand in a release. */
export const isAllowedLink = (address: string): boolean => LINK.test(address);
