import type { Language } from '../contract/settings.contract.ts';
import { allWords, fill, type Words, wordsIn } from '../words/words.ts';

/** A text that people agree to. A change of wording is a new version; old versions stay on record. */
export interface ConsentText {
  version: string;
  /** Plain text; paragraphs are separated by an empty line. */
  text: string;
}

/** The text in force in a language, with the name of the school in its place. */
export function consentTextFor(
  school: string,
  { consent: { version, paragraphs } }: Words,
): ConsentText {
  return { version, text: paragraphs.map((one) => fill(one, { school })).join('\n\n') };
}

/** The version of the text in force in a language. */
export function consentVersion(language: Language): string {
  return wordsIn(language).consent.version;
}

/** Whether this is the version in force in one of the languages. */
export function isConsentInForce(version: string): boolean {
  return allWords().some(({ consent }) => consent.version === version);
}
