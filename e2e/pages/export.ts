import { expect, type Locator, type Page } from '@playwright/test';

/** The export screen: what would go out, and what a writer does before it does. */
export class ExportScreen {
  readonly asOf: Locator;
  readonly changes: Locator;
  readonly previewBar: Locator;
  /** The way to a preview, which stays while one is shown. */
  readonly later: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.asOf = page.getByRole('region', { name: /ublic as of$/ });
    this.changes = page.getByRole('region', { name: /^What (will|would) change/ });
    this.previewBar = page.getByRole('status').filter({ hasText: 'This is a preview, not the archive' });
    this.later = page.getByRole('button', { name: /^Preview (a later|another) moment…$/ });
    this.dialog = page.getByRole('dialog', { name: 'Preview a later moment' });
  }

  async show(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Show the preview' }).click();
  }

  /** Previews the moment at which these words go public. */
  async preview(words: string | RegExp): Promise<void> {
    await this.later.click();
    const moment = this.dialog.getByLabel('Moment');
    const option = moment.getByRole('option', { name: words });
    await moment.selectOption(await option.getAttribute('value'));
    await this.show();
    await expect(this.previewBar).toBeVisible();
  }

  async backToNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Back to now' }).click();
    await expect(this.previewBar).toBeHidden();
  }
}
