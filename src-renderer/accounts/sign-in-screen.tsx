import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconClock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { formatWait } from '#renderer/app/format.ts';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { forgetTyped, keepTyped } from './just-signed-in.ts';
import { useLockOut } from './use-lock-out.ts';

function useSignIn() {
  return useMutation(
    api.accounts.signIn.mutationOptions({
      meta: { showsOwnErrors: true },
      // The form for one's own password may be on screen before the answer is here.
      onMutate: ({ username, password }) => keepTyped(username.trim().toLowerCase(), password),
      onError: forgetTyped,
      onSuccess: ({ mustChangePassword }) => {
        if (!mustChangePassword) forgetTyped();
      },
    }),
  );
}

export function SignInScreen({ schoolName }: { schoolName: string }) {
  const { t } = useTranslation('accounts');
  const signIn = useSignIn();
  const wait = useLockOut(signIn.error);
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('signIn.usernameEmpty')),
      password: (value) => (value ? null : t('signIn.passwordEmpty')),
    },
  });
  return (
    <DoorstepCard title={t('signIn.title')} about={t('signIn.about', { school: schoolName })}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Stack>
          <SignInProblem error={signIn.error} wait={wait} />
          <TextInput
            label={t('signIn.username')}
            autoComplete="username"
            autoFocus
            {...form.getInputProps('username')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending} disabled={wait > 0}>
            {t('signIn.submit')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('signIn.forgotten')}
          </Text>
        </Stack>
      </form>
    </DoorstepCard>
  );
}

/** Why the last attempt failed; a lock-out counts down, and is gone when it has passed. */
export function SignInProblem({ error, wait }: { error: unknown; wait: number }) {
  const { t } = useTranslation('accounts');
  if (wait > 0) {
    return (
      <Alert
        color="red"
        title={t('signIn.lockedOut')}
        icon={<IconClock aria-hidden />}
        role="alert"
      >
        <span aria-live="off">{t('signIn.lockedOutWait', { wait: formatWait(wait) })}</span>
      </Alert>
    );
  }
  return error && errorCode(error) !== 'LOCKED_OUT' ? <Problem error={error} /> : null;
}
