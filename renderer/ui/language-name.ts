let names: Intl.DisplayNames | null = null;

/** A language's name in English. In: a BCP 47 tag; what is none, as another program may have written it, stands for itself. */
export const languageName = (language: string): string => {
  try {
    return (names ??= new Intl.DisplayNames('en-GB', { type: 'language' })).of(language) ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
};
