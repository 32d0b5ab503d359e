import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { z } from 'zod';

export const guardianRelationSchema = z.enum([
  'mother',
  'father',
  'grandparent',
  'sibling',
  'guardian',
  'other',
]);
export type GuardianRelation = z.infer<typeof guardianRelationSchema>;

/** Two capital letters of ISO 3166-1. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);

/** E.164: a plus sign and at most 15 digits, the first no zero. */
export const PHONE = /^\+[1-9]\d{4,14}$/;

const RELATION_WORDS: Readonly<Record<GuardianRelation, readonly string[]>> = {
  mother: ['mother', 'mum', 'mom', 'mata', 'maa', 'ma', 'amma', 'माता', 'माँ', 'मां', 'मम्मी', 'm'],
  father: ['father', 'dad', 'pita', 'papa', 'appa', 'पिता', 'पापा', 'f'],
  grandparent: [
    'grandparent',
    'grandmother',
    'grandfather',
    'dada',
    'dadi',
    'nana',
    'nani',
    'दादा',
    'दादी',
    'नाना',
    'नानी',
  ],
  sibling: ['brother', 'sister', 'sibling', 'bhai', 'bahan', 'behen', 'भाई', 'बहन'],
  guardian: ['guardian', 'parent', 'legal guardian', 'abhibhavak', 'अभिभावक', 'संरक्षक', 'g', ''],
  other: ['other', 'अन्य'],
};

/** The relation that a word means; `other` for a word that is not known. */
export function readRelation(word: string): GuardianRelation {
  const key = word.trim().normalize('NFC').toLowerCase();
  const found = guardianRelationSchema.options.find((one) => RELATION_WORDS[one].includes(key));
  return found ?? 'other';
}

/**
 * A telephone number as E.164 (ITU-T E.164: a plus sign and at most 15 digits), so that it can be
 * dialled from anywhere; null when it is none.
 * @param country two letters of ISO 3166-1: where numbers without a country code are; null: refuse them
 */
export function readPhone(text: string, country: string | null): string | null {
  const typed = text.trim().replace(/^00/, '+');
  const home =
    country !== null && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const found = parsePhoneNumberFromString(typed, home);
  if (found?.isPossible()) return found.number;
  // Spreadsheets take +91 98... for a number and drop the plus sign.
  const withPlus = /^\d{11,15}$/.test(typed) ? parsePhoneNumberFromString(`+${typed}`) : undefined;
  return withPlus?.isValid() ? withPlus.number : null;
}
