import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, type Standfirst } from '../fixtures';
import { otherEngine } from '../other-engine';
import { chooseMenu } from './system';

type Shown = Pick<Standfirst, 'app' | 'page'>;

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

/** The first control that reaches out of the window sideways, where no scroll comes to it, or that something else lies over. */
export const cutOff = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document.body;
    const controls = [...top.querySelectorAll('button, input, select, textarea, .sb span')];
    const isCovered = (control: Element): boolean => {
      const { left, top: upper, width, height } = control.getBoundingClientRect();
      const [x, y] = [left + width / 2, upper + height / 2];
      const isThere = width > 1 && height > 1 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
      if (!isThere || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
      for (let above = control.parentElement; above !== null; above = above.parentElement) {
        const box = above.getBoundingClientRect();
        const isOut = x < box.left || x > box.right || y < box.top || y > box.bottom;
        if (isOut && getComputedStyle(above).overflow !== 'visible') return false; // scrolled away
      }
      const hit = document.elementFromPoint(x, y);
      return hit !== null && !control.contains(hit) && !hit.contains(control);
    };
    const cut = controls.find(
      (control) => control.getBoundingClientRect().right > innerWidth + 1 || isCovered(control),
    );
    return cut === undefined ? '' : cut.textContent || (cut.getAttribute('aria-label') ?? cut.outerHTML.slice(0, 120));
  });

/** Whether what the open dialog holds scrolls although a part of it scrolls too: two bars, one within the other. */
const scrollsTwice = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY);
    const body = document.querySelector('dialog[open] .dialog-body');
    return (
      body !== null &&
      scrolls(body) &&
      [...body.querySelectorAll('*')].some((part) => part.tagName !== 'TEXTAREA' && scrolls(part))
    );
  });

/** The button of the open dialog that is not in the window. */
const actOutOfSight = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const acts = [...document.querySelectorAll('dialog[open] .dialog-acts button')];
    const out = acts.find((act) => act.getBoundingClientRect().bottom > innerHeight);
    return out?.textContent ?? '';
  });

export const picture = async (page: Page, screen: string, state: string): Promise<void> => {
  if (PICTURES === undefined) return;
  const name = `${screen} ${state}`.replace(/[^\p{L}\p{N}]+/gu, '-');
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
};

/** Gives the first window's page a size, in pixels. */
export const resize = ({ app, page }: Shown, width: number, height: number): Promise<void> =>
  otherEngine === undefined
    ? app.evaluate(
        ({ BrowserWindow }, [w = 0, h = 0]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
        [width, height],
      )
    : page.setViewportSize({ width, height });

/**
 * Looks at the window as it stands and goes on, whatever one screen has: axe finds nothing in light and dark, what is
 * written can be read in forced colours, and nothing is cut off in a window of middling size or at 200 %, where a
 * dialog's way on is in sight.
 */
export const look = async ({ app, page }: Shown, screen: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    if (otherEngine === undefined) await chooseMenu(app, `theme-${theme}`);
    else await page.emulateMedia({ colorScheme: theme });
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    expect.soft(await findings(page), `${screen}, ${theme}`).toEqual([]);
    await picture(page, screen, theme);
  }
  expect.soft(await scrollsTwice(page), `${screen} has a scroll bar within another`).toBe(false);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
  expect.soft(await findings(page, ['color-contrast']), `${screen}, forced colours`).toEqual([]);
  await picture(page, screen, 'forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });

  const [width = 0, height = 0] = await page.evaluate(() => [innerWidth, innerHeight]);
  await resize({ app, page }, 1024, 700);
  await page.waitForFunction(() => innerWidth === 1024);
  expect.soft(await cutOff(page), `${screen} at 1024 by 700`).toBe('');
  await picture(page, screen, '1024');
  await resize({ app, page }, 640, 400);
  await page.waitForFunction(() => innerWidth <= 640);
  expect.soft(await cutOff(page), `${screen} at 640 by 400, as 1280 by 800 at 200 %`).toBe('');
  expect.soft(await actOutOfSight(page), `${screen} at 640 by 400: a button is out of sight`).toBe('');
  expect.soft(await scrollsTwice(page), `${screen} at 640 by 400 has a scroll bar within another`).toBe(false);
  await picture(page, screen, '200');
  await resize({ app, page }, width, height);
  await page.waitForFunction((before) => innerWidth === before, width);
};
