import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { useResetPassword } from './use-reset-password.ts';

interface ResetPasswordButtonProps {
  account: Account;
  onIssued: (issued: IssuedPassword) => void;
}

/** Gives an account a temporary password; asks first, for the one in use is gone then. */
export function ResetPasswordButton({ account, onIssued }: ResetPasswordButtonProps) {
  const { t } = useTranslation('accounts');
  const [asking, dialog] = useDisclosure();
  const name = account.displayName;
  const reset = useResetPassword((issued) => {
    dialog.close();
    onIssued(issued);
  });
  return (
    <>
      <Tooltip label={t('form.reset')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('form.resetFor', { name })}
          onClick={dialog.open}
        >
          <IconKey size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('form.resetAsk', { name })}
        confirm={t('form.reset')}
        busy={reset.isPending}
        onConfirm={() => reset.mutate({ id: account.id })}
      >
        {t('form.resetAbout', { name })}
      </ConfirmDialog>
    </>
  );
}
