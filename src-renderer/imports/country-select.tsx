import { Select } from '@mantine/core';
import i18next from 'i18next';
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface CountrySelectProps {
  value: string | null;
  onChange: (country: string | null) => void;
}

/** Where telephone numbers without a country code are. */
export function CountrySelect({ value, onChange }: CountrySelectProps) {
  const { t } = useTranslation('imports');
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames([i18next.language], { type: 'region' });
    const label = (code: CountryCode) =>
      `${names.of(code) ?? code} (+${getCountryCallingCode(code)})`;
    return getCountries()
      .map((code) => ({ value: code, label: label(code) }))
      .toSorted((a, b) => a.label.localeCompare(b.label));
  }, []);
  return (
    <Select
      label={t('country.label')}
      description={t('country.hint')}
      placeholder={t('country.none')}
      data={countries}
      value={value}
      searchable
      clearable
      onChange={onChange}
    />
  );
}
