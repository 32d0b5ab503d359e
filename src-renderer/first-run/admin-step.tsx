import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NewPasswordInput } from '#renderer/accounts/new-password-input.tsx';
import type { FirstRun } from './use-first-run.ts';

export function AdminStep({ form }: { form: FirstRun['form'] }) {
  const { t } = useTranslation(['firstRun', 'accounts']);
  return (
    <Stack>
      <Text size="sm">{t('admin.intro')}</Text>
      <SimpleGrid cols={2}>
        <TextInput
          label={t('admin.displayName')}
          description={t('accounts:form.displayNameHint')}
          autoComplete="name"
          autoFocus
          {...form.getInputProps('displayName')}
        />
        <TextInput
          label={t('admin.username')}
          description={t('accounts:form.usernameHint')}
          autoComplete="username"
          {...form.getInputProps('username')}
        />
      </SimpleGrid>
      <NewPasswordInput label={t('admin.password')} {...form.getInputProps('password')} />
    </Stack>
  );
}
