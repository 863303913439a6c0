/**
 * A whole number from zero on as British readers write it: "24", "1,204". Not by the system's formatter: to make one takes
 * as long as to draw the list, whose first screen shows such numbers.
 */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
