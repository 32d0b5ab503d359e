import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PassphraseFields } from './passphrase-fields.tsx';
import type { FirstRun } from './use-first-run.ts';

export function RecoveryStep({ form }: { form: FirstRun['form'] }) {
  const { t } = useTranslation('firstRun');
  return (
    <Stack>
      <Text size="sm">{t('recovery.intro')}</Text>
      <PassphraseFields
        form={form}
        label={t('recovery.passphrase')}
        school={form.values.schoolName}
      />
    </Stack>
  );
}
