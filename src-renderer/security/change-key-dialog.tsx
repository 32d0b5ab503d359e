import { Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { isWrongPassword, useGuardedChange } from './use-guarded-change.ts';

interface ChangeKeyDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Puts the register under a new key. While that goes on the dialog stays open. */
export function ChangeKeyDialog({ opened, onClose }: ChangeKeyDialogProps) {
  const { t } = useTranslation('security');
  return (
    <Modal opened={opened} onClose={onClose} title={t('key.dialog')} size="lg">
      <ChangeKeyForm onClose={onClose} />
    </Modal>
  );
}

function ChangeKeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security');
  const form = useForm({
    initialValues: { passphrase: '', password: '' },
    validate: {
      passphrase: (value) => (value ? null : t('key.passphraseEmpty')),
      password: (value) => (value ? null : t('passphrase.ownEmpty')),
    },
  });
  const change = useMutation(
    api.settings.security.changeKey.mutationOptions(
      useGuardedChange(form, { done: t('key.done'), onClose }),
    ),
  );
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack>
        <Text size="sm">{t('key.first')}</Text>
        <Text size="sm">{t('key.second')}</Text>
        {change.isError && !isWrongPassword(change.error) && <Problem error={change.error} />}
        <PasswordInput
          label={t('key.passphrase')}
          autoComplete="off"
          {...form.getInputProps('passphrase')}
        />
        <PasswordInput
          label={t('passphrase.own')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <DialogButtons submit={t('key.submit')} busy={change.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
