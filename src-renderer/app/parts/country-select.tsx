import { Select } from '@mantine/core';
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js';
import { useTranslation } from 'react-i18next';
import { nameOrder } from '#shared/people/name-order.ts';
import { formatCountry } from '../format.ts';

interface CountrySelectProps {
  label: string;
  description: string;
  disabled?: boolean;
  value: string | null;
  onChange: (country: string | null) => void;
}

/** A country with the code of its telephone numbers, such as India (+91). */
export function countryName(code: CountryCode): string {
  return `${formatCountry(code)} (+${getCountryCallingCode(code)})`;
}

const countries = () =>
  getCountries()
    .map((code) => ({ value: code, label: countryName(code) }))
    .toSorted((a, b) => nameOrder.compare(a.label, b.label));

/** Where telephone numbers without a country code are. */
export function CountrySelect({ value, onChange, ...rest }: CountrySelectProps) {
  const { t } = useTranslation('app');
  return (
    <Select
      {...rest}
      placeholder={t('country.none')}
      maw={420}
      data={countries()}
      value={value}
      searchable
      clearable
      onChange={onChange}
    />
  );
}
