import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, nameOfLanguage } from '#shared/words/languages.ts';
import { useDevicePreferences } from './use-device-preferences.ts';

/** Each language under the name it gives itself; a choice takes effect at once. */
export function LanguageChoice({ size = 'sm' }: { size?: 'xs' | 'sm' }) {
  const { t } = useTranslation();
  const { query, change } = useDevicePreferences();
  if (!query.data) return null;
  return (
    <SegmentedControl
      size={size}
      aria-label={t('language')}
      data={languages.map((language) => ({
        value: language,
        label: <span lang={language}>{nameOfLanguage(language)}</span>,
      }))}
      value={query.data.language}
      onChange={(language) => change({ language })}
    />
  );
}
