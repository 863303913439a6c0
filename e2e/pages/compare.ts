import type { Locator, Page } from '@playwright/test';

/** Two versions side by side. */
export class Compare {
  readonly changes: Locator;
  readonly sheet: Locator;
  readonly quotes: Locator;
  readonly spoken: Locator;

  constructor(readonly page: Page) {
    this.changes = page.getByRole('listbox', { name: 'Changes' }).getByRole('option');
    this.sheet = page.getByRole('main', { name: 'The two versions' });
    this.quotes = page.getByRole('region', { name: /^Quotes/ });
    this.spoken = page.locator('[data-announce="polite"]');
  }

  /** Chooses the version whose name begins so. */
  async choose(side: 'Before' | 'After', name: string): Promise<void> {
    const select = this.page.getByLabel(side);
    const value = await select.getByRole('option').filter({ hasText: name }).first().getAttribute('value');
    await select.selectOption(value);
  }
}
