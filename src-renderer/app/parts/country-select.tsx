import { Select } from '@mantine/core';
import i18next from 'i18next';
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface CountrySelectProps {
  label: string;
  description: string;
  disabled?: boolean;
  value: string | null;
  onChange: (country: string | null) => void;
}

/** A country with the code of its telephone numbers, such as India (+91). */
export function countryName(code: CountryCode): string {
  const names = new Intl.DisplayNames([i18next.language], { type: 'region' });
  return `${names.of(code) ?? code} (+${getCountryCallingCode(code)})`;
}

/** Where telephone numbers without a country code are. */
export function CountrySelect({ value, onChange, ...rest }: CountrySelectProps) {
  const { t } = useTranslation('app');
  const countries = useMemo(
    () =>
      getCountries()
        .map((code) => ({ value: code, label: countryName(code) }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    [],
  );
  return (
    <Select
      {...rest}
      placeholder={t('country.none')}
      maw={420}
      data={countries}
      value={value}
      searchable
      clearable
      onChange={onChange}
    />
  );
}
