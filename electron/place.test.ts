import { describe, expect, test } from 'vitest';
import { windowPlace } from './place';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const left = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height, maximized: false });

describe('where the window opens', () => {
  test('is the middle of the main screen at first', () => {
    expect(windowPlace(null, [laptop, beside])).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
  });
  test('is where it was left', () => {
    expect(windowPlace(left(1600, 100), [laptop, beside])).toEqual({ x: 1600, y: 100, width: 1000, height: 700 });
  });
  test('is the main screen when the other one is gone', () => {
    expect(windowPlace(left(1600, 100), [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  });
  test('is not above the screen, where the title bar cannot be caught', () => {
    expect(windowPlace(left(100, -400), [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  });
  test('is never smaller than 640 by 400, nor larger than the screen when it must move', () => {
    expect(windowPlace(left(100, 100, 200, 100), [laptop])).toEqual({ x: 100, y: 100, width: 640, height: 400 });
    expect(windowPlace(left(9000, 0, 3000, 2000), [laptop])).toEqual(laptop);
  });
});
