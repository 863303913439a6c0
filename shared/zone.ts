/** Whether this machine knows a time zone by its IANA name. */
export const isKnownZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The zone by which this machine shows a time: the given one, or UTC where it does not know that. */
export const zoneHere = (zone: string): string => (isKnownZone(zone) ? zone : 'UTC');
