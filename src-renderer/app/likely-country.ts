import { getCountries } from 'libphonenumber-js';

/** The country that the computer's language names, such as IN for en-IN; null for none. */
export function likelyCountry(): string | null {
  const { region } = new Intl.Locale(navigator.language);
  return getCountries().find((country) => country === region) ?? null;
}
