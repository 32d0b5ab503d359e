import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FirstRun } from './use-first-run.ts';

export function SchoolStep({ form }: { form: FirstRun['form'] }) {
  const { t } = useTranslation('firstRun');
  return (
    <TextInput
      label={t('school.name')}
      description={t('school.hint')}
      autoFocus
      {...form.getInputProps('schoolName')}
    />
  );
}
