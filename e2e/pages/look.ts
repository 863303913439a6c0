import AxeBuilder from '@axe-core/playwright';
import { expect, type Standfirst } from '../fixtures';
import { chooseMenu } from './system';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** axe finds nothing on the screen as it stands, light and dark, and nothing is cut off at 200 %. */
export const look = async ({ app, page }: Standfirst, screen: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
        `${screen}, ${theme}`,
      )
      .toEqual([]);
  }
  const resize = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, [w = 0, h = 0]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height],
    );
  const [width = 0, height = 0] = await page.evaluate(() => [innerWidth, innerHeight]);
  await resize(640, 400);
  await page.waitForFunction(() => innerWidth <= 640);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('button, input, select')].find(
        (control) => control.getBoundingClientRect().right > innerWidth + 1,
      )?.textContent ?? '',
  );
  expect.soft(cut, `${screen} at 200 %`).toBe('');
  await resize(width, height);
  await page.waitForFunction((before) => innerWidth === before, width);
};
