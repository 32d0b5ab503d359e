import { Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useSchoolName } from '#renderer/app/use-school-name.ts';
import { PassphraseFields } from '#renderer/first-run/passphrase-fields.tsx';
import { suggestPassphrase } from '#renderer/first-run/suggest-passphrase.ts';
import { passphraseSchema } from '#shared/contract/app.contract.ts';
import { isWrongPassword, useGuardedChange } from './use-guarded-change.ts';

interface ChangePassphraseDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks for a passphrase that is on paper before it counts. */
export function ChangePassphraseDialog({ opened, onClose }: ChangePassphraseDialogProps) {
  const { t } = useTranslation('security');
  return (
    <Modal opened={opened} onClose={onClose} title={t('passphrase.dialog')} size="lg">
      <ChangePassphraseForm onClose={onClose} />
    </Modal>
  );
}

function usePassphraseForm() {
  const { t } = useTranslation(['security', 'firstRun']);
  return useForm({
    initialValues: { passphrase: suggestPassphrase(), again: '', kept: false, password: '' },
    validate: {
      passphrase: (value, { password }) =>
        value === password
          ? t('firstRun:recovery.samePassword')
          : must(passphraseSchema, t('firstRun:recovery.invalid'))(value),
      again: (value, { passphrase }) =>
        value === passphrase ? null : t('firstRun:recovery.differs'),
      kept: (value) => (value ? null : t('firstRun:recovery.keptMissing')),
      password: (value) => (value ? null : t('passphrase.ownEmpty')),
    },
  });
}

function ChangePassphraseForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('security');
  const form = usePassphraseForm();
  const school = useSchoolName();
  const change = useMutation(
    api.settings.security.changePassphrase.mutationOptions(
      useGuardedChange(form, { done: t('passphrase.done'), onClose }),
    ),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ passphrase, password }) =>
        change.mutate({ passphrase, password }),
      )}
      noValidate
    >
      <Stack>
        <Text size="sm">{t('passphrase.backups')}</Text>
        {change.isError && !isWrongPassword(change.error) && <Problem error={change.error} />}
        <PassphraseFields form={form} label={t('passphrase.new')} school={school} />
        <PasswordInput
          label={t('passphrase.own')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <DialogButtons submit={t('passphrase.submit')} busy={change.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
