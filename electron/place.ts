import type { Rectangle } from 'electron';
import type { WindowPlace } from './settings/model';

export const SMALLEST = { width: 640, height: 400 } as const;
const FIRST = { width: 1280, height: 800 } as const;
/** How much of the title bar must be on a screen for the window to be caught with the pointer. */
const GRIP = { width: 120, height: 24 } as const;

const overlap = (a: Rectangle, b: Rectangle) => ({
  width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
  height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
});

/**
 * Where the window opens: as it was left, when enough of its upper edge still lies on one of the screens (`areas`, the work areas,
 * the main one first), else in the middle of the main screen and no larger than it.
 */
export function windowPlace(left: WindowPlace | null, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0] ?? { x: 0, y: 0, ...FIRST };
  const width = Math.max(SMALLEST.width, left?.width ?? Math.min(FIRST.width, main.width));
  const height = Math.max(SMALLEST.height, left?.height ?? Math.min(FIRST.height, main.height));
  if (left !== null) {
    const edge = { x: left.x, y: left.y, width, height: GRIP.height };
    const reachable = areas.some((area) => {
      const seen = overlap(edge, area);
      return seen.width >= GRIP.width && seen.height >= GRIP.height;
    });
    if (reachable) return { x: left.x, y: left.y, width, height };
  }
  const fitted = {
    width: Math.max(SMALLEST.width, Math.min(width, main.width)),
    height: Math.max(SMALLEST.height, Math.min(height, main.height)),
  };
  return {
    x: Math.round(main.x + Math.max(0, main.width - fitted.width) / 2),
    y: Math.round(main.y + Math.max(0, main.height - fitted.height) / 2),
    ...fitted,
  };
}
