import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { type Editing, EditModal } from '#renderer/app/parts/edit-modal.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { staffRoleSchema } from '#shared/contract/base.ts';
import { useSaveAccount } from './use-save-account.ts';

interface AccountDialogProps {
  editing: Editing<Account>;
  onClose: () => void;
  /** Takes the password that was made up for a new account. */
  onIssued: (issued: IssuedPassword) => void;
}

export function AccountDialog({ editing, ...form }: AccountDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <EditModal
      editing={editing}
      title={(one) => (one ? t('form.editTitle', { name: one.displayName }) : t('form.addTitle'))}
      onClose={form.onClose}
    >
      {(one) => <AccountForm account={one} {...form} />}
    </EditModal>
  );
}

interface AccountFormProps extends Omit<AccountDialogProps, 'editing'> {
  account: Account | null;
}

function AccountForm({ account, onClose, onIssued }: AccountFormProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const { form, save } = useSaveAccount(account, { onSaved: onClose, onIssued });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('form.displayName')}
          description={t('form.displayNameHint')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('displayName')}
        />
        <TextInput
          label={t('form.username')}
          description={t('form.usernameHint')}
          autoComplete="off"
          disabled={account !== null}
          {...form.getInputProps('username')}
        />
        <Choice
          label={t('form.role')}
          options={staffRoleSchema.options.map((role) => ({
            value: role,
            label: t(`app:role.${role}`),
          }))}
          value={form.values.role}
          onChange={(role) => form.setFieldValue('role', role)}
          fullWidth
        />
        {account === null && (
          <Text size="sm" c="dimmed">
            {t('form.passwordMade')}
          </Text>
        )}
        <DialogButtons
          submit={account ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
