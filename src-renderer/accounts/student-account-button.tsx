import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { IssuedPasswordDialog } from './issued-password-dialog.tsx';
import { StudentAccountDialog } from './student-account-dialog.tsx';
import { useResetPassword } from './use-reset-password.ts';

/** Makes the account under which the student sees the own record, or gives it a new password. */
export function StudentAccountButton({ student }: { student: Student }) {
  const { t } = useTranslation('accounts');
  const [opened, dialog] = useDisclosure();
  const [issued, setIssued] = useState<IssuedPassword | null>(null);
  const { data: accounts } = useQuery(api.accounts.list.queryOptions());
  if (!accounts || student.archivedAt !== null) return null;
  const account = accounts.find(({ studentId }) => studentId === student.id);
  const afterwards = (made: IssuedPassword) => {
    dialog.close();
    setIssued(made);
  };
  const shared = { opened, onClose: dialog.close, onIssued: afterwards };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconKey size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {account ? t('student.reset') : t('student.make')}
      </Button>
      {account ? (
        <ResetDialog account={account} {...shared} />
      ) : (
        <StudentAccountDialog
          student={student}
          taken={new Set(accounts.map(({ username }) => username))}
          {...shared}
        />
      )}
      <IssuedPasswordDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}

interface ResetDialogProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
  onIssued: (issued: IssuedPassword) => void;
}

function ResetDialog({ account, opened, onClose, onIssued }: ResetDialogProps) {
  const { t } = useTranslation('accounts');
  const reset = useResetPassword(onIssued);
  const name = account.displayName;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('form.resetAsk', { name })}
      confirm={t('form.reset')}
      busy={reset.isPending}
      onConfirm={() => reset.mutate({ id: account.id })}
    >
      {t('form.resetAbout', { name })}
    </ConfirmDialog>
  );
}
