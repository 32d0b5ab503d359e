import { useQuery } from '@tanstack/react-query';
import { likelyCountry } from './likely-country.ts';
import { api } from './query-client.ts';

/** Where telephone numbers without a country code are, and who says so. */
export interface PhoneCountry {
  country: string | null;
  saidBy: 'school' | 'guess' | 'nobody';
}

/** The school's choice; until there is one, what the computer's language suggests. */
export function usePhoneCountry(): PhoneCountry {
  const school = useQuery(api.settings.school.queryOptions());
  const chosen = school.data?.phoneCountry ?? null;
  if (chosen !== null) return { country: chosen, saidBy: 'school' };
  const guess = likelyCountry();
  return { country: guess, saidBy: guess === null ? 'nobody' : 'guess' };
}
