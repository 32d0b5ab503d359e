import { getCountries } from 'libphonenumber-js';
import { country } from './locale.ts';

/** The country of the computer, such as IN, where telephone numbers are known of it; else null. */
export function likelyCountry(): string | null {
  return getCountries().find((one) => one === country()) ?? null;
}
