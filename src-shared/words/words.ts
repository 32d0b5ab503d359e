import type { Language } from '../contract/settings.contract.ts';
import english from './words.en.json' with { type: 'json' };
import hindi from './words.hi.json' with { type: 'json' };

/** The words that leave the app on paper and in files; those of the screens stand with the screens. */
export type Words = typeof english;

/** One file a language; a language that the settings offer and that has none does not compile. */
const WORDS: Record<Language, Words> = { en: english, hi: hindi };

export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** Every language's words. */
export function allWords(): readonly Words[] {
  return Object.values(WORDS);
}

const PLACE = /\{\{(\w+)\}\}/g;

/**
 * Puts values where `{{name}}` stands, as they are.
 * @throws Error for a place without a value
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(PLACE, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${name} in “${text}”.`);
    return String(value);
  });
}
