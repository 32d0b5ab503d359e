import { type Language, languageSchema } from '../contract/settings.contract.ts';

/** What each language calls itself, and the side its lines begin on. */
const LANGUAGES: Record<Language, { name: string; direction: 'ltr' | 'rtl' }> = {
  en: { name: 'English', direction: 'ltr' },
  hi: { name: 'हिन्दी', direction: 'ltr' },
};

/** Every language the app speaks, in the order in which it is offered. */
export const languages: readonly Language[] = languageSchema.options;

/** The name that a language gives itself. */
export function nameOfLanguage(language: Language): string {
  return LANGUAGES[language].name;
}

/** The side on which the lines of a language begin. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return LANGUAGES[language].direction;
}

/** The part of a tag such as `hi-IN` that names the language; null for what is no tag. */
function languageIn(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}

/**
 * The first of these that the app speaks, English where it speaks none.
 * @param tags BCP 47, the most wanted first, such as `hi-IN`
 */
export function likelyLanguage(tags: readonly string[]): Language {
  const wanted = tags.map(languageIn);
  const spoken = wanted.map((one) => languages.find((language) => language === one));
  return spoken.find((one) => one !== undefined) ?? 'en';
}
