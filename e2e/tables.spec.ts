import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';

/* Tables: made, filled and changed by keyboard, and pasted from a web page or a spreadsheet. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';

test('a table is made and filled by keyboard, given a row, a heading column, and undone', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await desk.page.keyboard.press('Control+Home');
  await desk.button('Insert a table').click();
  const table = desk.body.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await expect(desk.body).toBeFocused();
  await expect(desk.page.locator('[data-announce="polite"]')).toContainText('Table inserted: write its caption');
  await desk.page.keyboard.type('Thefts by district');
  await desk.page.keyboard.press('Tab');
  for (const word of ['District', '2025', '2026', 'Wyr', '12']) {
    await desk.page.keyboard.type(word);
    await desk.page.keyboard.press('Tab');
  }
  await desk.page.keyboard.type('9');
  await expect(desk.body.locator('p.table-caption')).toHaveText('Thefts by district');
  await expect(table.getByRole('row').nth(1)).toHaveText('Wyr129');
  await look(standfirst, 'table');
  const tools = desk.page.getByRole('group', { name: 'Table' });
  await tools.getByRole('button', { name: 'Row below' }).click();
  await expect(table.getByRole('row')).toHaveCount(4);
  await tools.getByRole('button', { name: 'First column heads' }).click();
  await expect(table.getByRole('rowheader').first()).toHaveText('Wyr');
  await expect(tools.getByRole('button', { name: 'First column heads' })).toHaveAttribute('aria-pressed', 'true');
  await desk.page.keyboard.press('Control+z');
  await expect(table.getByRole('rowheader')).toHaveCount(0);
  await desk.page.keyboard.press('Control+Shift+z');
  await desk.saved();
  await standfirst.relaunch();
  const again = new Desk(standfirst.page);
  await again.open(HEADLINE);
  await expect(again.body.getByRole('table').getByRole('row').nth(1)).toHaveText('Wyr129');
  await expect(again.body.getByRole('table').getByRole('rowheader').first()).toHaveText('Wyr');
});

test('a table is pasted from a web page or a spreadsheet, as a plain grid', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await desk.page.keyboard.press('Control+Home');
  await desk.body.evaluate((body) => {
    const transfer = new DataTransfer();
    transfer.setData(
      'text/html',
      '<table style="color:red" width="300"><colgroup><col width="90"></colgroup><tr><th bgcolor="#ff0000">District</th><th>Thefts</th></tr>' +
        '<tr><td colspan="2"><p>Wyr</p><p>and Ash</p></td></tr><tr><td>Elm</td><td><b>12</b></td></tr></table>',
    );
    transfer.setData('text/plain', 'District\tThefts');
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  const rows = desk.body.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1).getByRole('cell')).toHaveCount(2);
  await expect(rows.nth(2).locator('.bold')).toHaveText('12');
  await expect(desk.body.locator('[bgcolor], [colspan="2"]')).toHaveCount(0);
  await desk.saved();
});
