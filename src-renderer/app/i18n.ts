import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/settings.contract.ts';
import { isolate } from './isolate.ts';
import { english, type ScreenWords } from './languages/english.ts';
import { hindi } from './languages/hindi.ts';

/** One file a language; a language that the settings offer and that has none does not compile. */
const WORDS: Record<Language, ScreenWords> = { en: english, hi: hindi };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: ScreenWords;
  }
}

/** Makes the words available; they are in the bundle, so this is done when it returns. */
export function setUpI18n(): void {
  i18next.use(initReactI18next);
  void i18next.init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    resources: WORDS,
    initAsync: false,
    // React escapes what it renders; names of other scripts keep to themselves.
    interpolation: { escape: isolate },
  });
}

/** Says everything in this language from now on; done when it returns. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language);
}
