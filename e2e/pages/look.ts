import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, type Standfirst } from '../fixtures';
import { chooseMenu } from './system';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Where pictures of all that is looked at go, to be judged by eye; none are taken where it is not set. */
const PICTURES = process.env.STANDFIRST_PICTURES;

/** What axe finds on the page as it is: the rule, where, and why. `rules`: those alone. */
export const findings = async (page: Page, rules?: string[]): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations, passes } = await (rules === undefined ? axe.withTags(TAGS) : axe.withRules(rules)).analyze();
  if (rules === undefined) expect(passes.length, 'rules that axe could try').toBeGreaterThan(5);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};

/** The first control that reaches out of the window sideways, where no scroll comes to it. */
const cutOff = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll('button, input, select, textarea, .sb span')];
    const cut = controls.find((control) => control.getBoundingClientRect().right > innerWidth + 1);
    return cut?.textContent ?? '';
  });

const picture = async (page: Page, screen: string, state: string): Promise<void> => {
  if (PICTURES === undefined) return;
  const name = `${screen} ${state}`.replace(/[^\p{L}\p{N}]+/gu, '-');
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
};

/**
 * Looks at the window as it stands and goes on, whatever one screen has: axe finds nothing in light and dark, what is
 * written can be read in forced colours, and nothing is cut off at 200 %.
 */
export const look = async ({ app, page }: Pick<Standfirst, 'app' | 'page'>, screen: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    expect.soft(await findings(page), `${screen}, ${theme}`).toEqual([]);
    await picture(page, screen, theme);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
  expect.soft(await findings(page, ['color-contrast']), `${screen}, forced colours`).toEqual([]);
  await picture(page, screen, 'forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });

  const resize = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, [w = 0, h = 0]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
      [width, height],
    );
  const [width = 0, height = 0] = await page.evaluate(() => [innerWidth, innerHeight]);
  await resize(640, 400);
  await page.waitForFunction(() => innerWidth <= 640);
  expect.soft(await cutOff(page), `${screen} at 640 by 400, as 1280 by 800 at 200 %`).toBe('');
  await picture(page, screen, '200');
  await resize(width, height);
  await page.waitForFunction((before) => innerWidth === before, width);
};
