let names: Intl.DisplayNames | null = null;

/** A language's name in English. In: a BCP 47 tag. */
export const languageName = (language: string): string =>
  (names ??= new Intl.DisplayNames('en-GB', { type: 'language' })).of(language) ?? language;
