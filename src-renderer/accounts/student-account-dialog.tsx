import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { suggestUsername } from '#shared/accounts/suggest-username.ts';
import type { IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { usernameSchema } from '#shared/contract/app.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { refreshAccounts } from './use-save-account.ts';

interface StudentAccountDialogProps {
  student: Student;
  /** User names that exist. */
  taken: ReadonlySet<string>;
  opened: boolean;
  onClose: () => void;
  onIssued: (issued: IssuedPassword) => void;
}

/** Asks for the user name of a student's account; one is suggested. */
export function StudentAccountDialog({ opened, ...form }: StudentAccountDialogProps) {
  const { t } = useTranslation('accounts');
  const name = form.student.fullName;
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('student.title', { name })}>
      <StudentAccountForm {...form} />
    </Modal>
  );
}

function StudentAccountForm({
  student,
  taken,
  onClose,
  onIssued,
}: Omit<StudentAccountDialogProps, 'opened'>) {
  const { t } = useTranslation(['accounts', 'app']);
  const form = useForm({
    initialValues: { username: suggestUsername(student, taken) },
    validate: { username: must(usernameSchema, t('form.usernameInvalid')) },
  });
  const make = useMutation(
    api.accounts.createForStudent.mutationOptions({
      meta: { showsOwnErrors: true },
      onSuccess: async (issued) => {
        await refreshAccounts();
        onIssued(issued);
      },
    }),
  );
  const submit = form.onSubmit(({ username }) => make.mutate({ studentId: student.id, username }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {make.isError && <Problem error={make.error} />}
        <Text size="sm">{t('student.about')}</Text>
        <TextInput
          label={t('form.username')}
          description={t('form.usernameHint')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('username')}
        />
        <DialogButtons submit={t('student.make')} busy={make.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
