import type { Locator, Page } from '@playwright/test';

/** Drafts, the text, and what reviewers said of it. */
export class Review {
  readonly drafts: Locator;
  readonly text: Locator;
  readonly remarks: Locator;
  readonly spoken: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.drafts = page.getByRole('complementary', { name: 'Drafts' });
    this.text = page.locator('.rv-page');
    this.remarks = page.getByRole('complementary', { name: 'Remarks' });
    this.spoken = page.locator('[data-announce="polite"] p').last();
    this.dialog = page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  draft(name: string): Locator {
    return this.drafts.getByRole('listitem').filter({ has: this.page.getByRole('button', { name }) });
  }

  /** The thread with these words. */
  remark(words: string | RegExp): Locator {
    return this.remarks.getByRole('listitem').filter({ hasText: words });
  }

  /** Selects the first place where these words stand in the text. */
  async select(words: string): Promise<void> {
    await this.text.evaluate((page, wanted) => {
      const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`“${wanted}” is not in the text`);
    }, words);
  }

  /** Writes a remark on what is selected. */
  async say(by: string, remark: string, proposed: string | null = null): Promise<void> {
    await this.button('Remark…').click();
    await this.dialog.getByLabel('Who says it').fill(by);
    await this.dialog.getByLabel('Remark', { exact: true }).fill(remark);
    if (proposed !== null) await this.dialog.getByLabel('Proposed wording').fill(proposed);
    await this.dialog.getByRole('button', { name: 'Save remark' }).click();
  }
}
