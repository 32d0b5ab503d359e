import { Button, Divider, Stack, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import { useAccount } from '#renderer/app/standing.ts';
import { ChangePasswordForm } from './change-password-form.tsx';

/** One's own password, and the way out of everywhere. */
export function PasswordPanel() {
  const { t } = useTranslation('accounts');
  const account = useAccount();
  const signOut = useMutation(api.accounts.signOutEverywhere.mutationOptions());
  return (
    <Stack gap="lg">
      <ChangePasswordForm account={account} currentLabel={t('change.current')} />
      <Divider />
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('everywhere.about')}</Text>
        <Button
          variant="default"
          leftSection={<IconLogout size={18} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate({})}
        >
          {t('everywhere.submit')}
        </Button>
      </Stack>
    </Stack>
  );
}
