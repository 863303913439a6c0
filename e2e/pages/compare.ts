import type { Locator, Page } from '@playwright/test';

/** Two versions side by side. */
export class Compare {
  readonly changes: Locator;
  readonly sheet: Locator;
  readonly quotes: Locator;
  readonly spoken: Locator;
  /** How far the review is, with the rest at one stroke and the way back. */
  readonly decisions: Locator;

  constructor(readonly page: Page) {
    this.changes = page.getByRole('listbox', { name: 'Changes' }).getByRole('option');
    this.sheet = page.getByRole('main', { name: 'The two versions' });
    this.quotes = page.getByRole('region', { name: /^Quotes/ });
    this.spoken = page.locator('[data-announce="polite"] p').last();
    this.decisions = page.getByRole('group', { name: 'Decisions' });
  }

  /** Chooses the version whose name begins so. */
  async choose(side: 'Before' | 'After', name: string): Promise<void> {
    const select = this.page.getByLabel(side);
    const value = await select.getByRole('option').filter({ hasText: name }).first().getAttribute('value');
    await select.selectOption(value);
  }

  /** The change of the list with these words. */
  change(words: string | RegExp): Locator {
    return this.changes.filter({ hasText: words });
  }

  /** A button on the chosen change. */
  act(name: string | RegExp): Locator {
    return this.sheet.getByRole('button', { name });
  }

  /** A button that narrows the list. */
  filter(name: string): Locator {
    return this.page.getByRole('group', { name: 'Show only' }).getByRole('button', { name });
  }
}
