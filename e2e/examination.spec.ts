import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const AFTER_CRASH = /^Standfirst was not closed properly last time: (?:1 thing mended; )?\d+ releases examined, /;

const bar = (desk: Desk, title: string | RegExp) => desk.page.getByRole('status').filter({ hasText: title });
/** A release.txt of the newsroom that somebody changed. */
const spoilOneText = async (newsroom: string): Promise<string> => {
  const files = await readdir(path.join(newsroom, 'releases'), { recursive: true });
  const text = files.filter((file) => path.basename(file) === 'release.txt').toSorted()[0] ?? '';
  await writeFile(path.join(newsroom, 'releases', text), 'Other words.\n');
  return text;
};

test('after a crash the newsroom is examined by itself', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await standfirst.kill();
  const again = new Desk(await standfirst.launch());
  const told = bar(again, AFTER_CRASH);
  await expect(told).toContainText('nothing wrong');
  await told.getByRole('button', { name: 'Put away' }).click();
  await expect(told).toBeHidden();
});

test('after a crash a text for reading that lags behind its release is written again by itself', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await standfirst.kill();
  const text = await spoilOneText(newsroom);
  const again = new Desk(await standfirst.launch());
  const told = bar(again, AFTER_CRASH);
  await expect(told).toContainText('1 thing mended;');
  await expect(told).toContainText('nothing wrong');
  expect(await readFile(path.join(newsroom, 'releases', text), 'utf8')).not.toBe('Other words.\n');
});

test('after a proper end nothing is examined until it is asked for; what is not whole is named, and mended', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await standfirst.quit();
  const text = await spoilOneText(newsroom);

  const again = new Desk(await standfirst.launch());
  await again.list.getByRole('option', { name: HEADLINE }).click();
  await expect(bar(again, 'examined')).toBeHidden();
  await chooseMenu(standfirst.app, 'examine');
  const told = bar(again, '1 thing not whole');
  await expect(told.getByRole('list', { name: 'Not whole' })).toContainText(text.split(path.sep).join('/'));
  await told.getByRole('button', { name: 'Mend what can be mended' }).click();
  await expect(bar(again, /^1 thing mended; \d+ releases examined, nothing wrong/)).toBeVisible();
  await standfirst.quit();
  expect(await readFile(path.join(newsroom, 'releases', text), 'utf8')).not.toBe('Other words.\n');
});
