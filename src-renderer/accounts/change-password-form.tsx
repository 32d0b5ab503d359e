import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { must } from '#renderer/app/must.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { passwordSchema } from '#shared/contract/app.contract.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { MIN_PASSWORD } from './password-strength.ts';

/** That error belongs beside its field. */
function isWrongCurrent(error: unknown): boolean {
  return errorCode(error) === 'WRONG_CREDENTIALS';
}

function useChangePassword() {
  const { t } = useTranslation('accounts');
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (value) => (value ? null : t('change.currentEmpty')),
      next: must(passwordSchema, t('password.invalid', { minimum: MIN_PASSWORD })),
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

/** One's own password. */
export function ChangePasswordForm() {
  const { t } = useTranslation('accounts');
  const { form, change } = useChangePassword();
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack maw={420}>
        {change.isError && !isWrongCurrent(change.error) && <Problem error={change.error} />}
        <PasswordInput
          label={t('change.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
        <NewPasswordInput label={t('password.new')} {...form.getInputProps('next')} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('change.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
