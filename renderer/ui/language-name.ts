const NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** A language's name in English. In: a BCP 47 tag. */
export const languageName = (language: string): string => NAMES.of(language) ?? language;
