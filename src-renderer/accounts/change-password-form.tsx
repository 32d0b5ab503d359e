import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { useSchoolName } from '#renderer/app/use-school-name.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { ownPasswordProblem } from './password-problem.ts';

/** That error belongs beside its field. */
function isWrongCurrent(error: unknown): boolean {
  return errorCode(error) === 'WRONG_CREDENTIALS';
}

function useChangePassword({ username }: Account, given: string | null) {
  const { t } = useTranslation('accounts');
  const schoolName = useSchoolName();
  const form = useForm({
    initialValues: { current: given ?? '', next: '', again: '' },
    validate: {
      current: (value) => (value ? null : t('change.currentEmpty')),
      next: (value, { current }) => ownPasswordProblem(value, { username, schoolName, current }),
      again: (value, { next }) => (value === next ? null : t('password.differs')),
    },
  });
  const change = useMutation(
    api.accounts.changePassword.mutationOptions({
      meta: { showsOwnErrors: true },
      onError: (error) => {
        if (isWrongCurrent(error)) form.setFieldError('current', t('change.currentWrong'));
      },
      onSuccess: () => {
        form.reset();
        showDone(t('change.done'));
      },
    }),
  );
  return { form, change };
}

interface ChangePasswordFormProps {
  account: Account;
  /** What the password in use is called here. */
  currentLabel: string;
  /** The password in use, where it was typed just now; then it is not asked for again. */
  given?: string | null;
}

/** One's own password. */
export function ChangePasswordForm({
  account,
  currentLabel,
  given = null,
}: ChangePasswordFormProps) {
  const { t } = useTranslation('accounts');
  const { form, change } = useChangePassword(account, given);
  return (
    <form
      onSubmit={form.onSubmit(({ current, next }) => change.mutate({ current, next }))}
      noValidate
    >
      <Stack maw={420}>
        {change.isError && !isWrongCurrent(change.error) && <Problem error={change.error} />}
        {(given === null || isWrongCurrent(change.error)) && (
          <PasswordInput
            label={currentLabel}
            autoComplete="current-password"
            {...form.getInputProps('current')}
          />
        )}
        <NewPasswordInput label={t('password.new')} {...form.getInputProps('next')} />
        <PasswordInput
          label={t('password.again')}
          autoComplete="new-password"
          {...form.getInputProps('again')}
        />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('change.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
