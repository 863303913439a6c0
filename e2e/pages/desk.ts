import { expect, type Locator, type Page } from '@playwright/test';

/** The newsroom's window: where things are, and what a writer does with them. */
export class Desk {
  readonly body: Locator;
  readonly headline: Locator;
  readonly quotes: Locator;
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.body = page.getByRole('textbox', { name: 'Body' });
    this.headline = page.getByRole('textbox', { name: 'Headline' });
    this.quotes = page.getByRole('complementary', { name: 'Quotes' });
    this.list = page.getByRole('listbox', { name: 'Releases' });
  }

  /** The first screen: says who is writing. */
  async sayName(name: string): Promise<void> {
    await this.page.getByLabel('Your name, for the record of who did what').fill(name);
  }

  /** Goes on to the newsroom that is open already. */
  async enter(name = 'Anwen Pugh'): Promise<void> {
    await this.sayName(name);
    await this.button(/^Go on to/).click();
    await expect(this.list).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async open(headline: string | RegExp): Promise<void> {
    await this.list.getByRole('option', { name: headline }).click();
    await expect(this.body).toBeVisible();
  }

  /** All that was typed is on the disk. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save="saved"]')).toBeVisible();
  }

  /** The rows of the quote panel; `status` narrows them. */
  row(words: string | RegExp): Locator {
    return this.quotes
      .getByRole('list', { name: 'Quotes in this release' })
      .getByRole('listitem')
      .filter({ hasText: words });
  }

  async openRow(words: string | RegExp): Promise<Locator> {
    const row = this.row(words);
    const fold = row.locator('.row-button');
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    return row;
  }

  /** Puts the caret behind the first place where these words stand in the body. */
  async caretAfter(words: string): Promise<void> {
    await this.body.focus();
    await this.body.evaluate((body, wanted) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at >= 0) {
          document.getSelection()?.collapse(node, at + wanted.length);
          return;
        }
      }
      throw new Error(`“${wanted}” is not in the body`);
    }, words);
    // Lexical takes the selection over on the browser's own event.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async recordApproval(row: Locator, by: string): Promise<void> {
    await row.getByRole('button', { name: 'Record approval…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Record approval' });
    await dialog.getByLabel('Approved by').fill(by);
    await dialog.getByRole('button', { name: 'Record approval' }).click();
    await expect(dialog).toBeHidden();
  }

  async nameDraft(name: string): Promise<void> {
    await this.button('Name this draft…').click();
    const dialog = this.page.getByRole('dialog', { name: 'Name this draft' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Name draft' }).click();
    await expect(dialog).toBeHidden();
  }

  /** From being written to agreed by a second pair of eyes. */
  async agree(): Promise<void> {
    await this.button('Send for review').click();
    await this.button('Agree…').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(/^Second pair of eyes/).fill('Tom Reed');
    for (const box of await dialog.getByRole('group', { name: 'They have checked that' }).getByRole('checkbox').all())
      await box.check();
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await expect(this.page.locator('.release-state')).toHaveText('Agreed');
  }

  /** From being written, agreed and published. */
  async publish(): Promise<void> {
    await this.agree();
    await this.button('Publish…').click();
    await this.page
      .getByRole('dialog', { name: 'Publish this release' })
      .getByRole('button', { name: 'Publish' })
      .click();
    await expect(this.page.getByText(/^Published .* The text is frozen\.$/)).toBeVisible();
  }
}
