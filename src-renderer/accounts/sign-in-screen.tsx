import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { setAccount } from '#renderer/app/standing.ts';

function useSignIn() {
  return useMutation(
    api.accounts.signIn.mutationOptions({
      onSuccess: setAccount,
      meta: { showsOwnErrors: true },
    }),
  );
}

export function SignInScreen({ schoolName }: { schoolName: string }) {
  const { t } = useTranslation('accounts');
  const signIn = useSignIn();
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
          {signIn.isError && <Problem error={signIn.error} />}
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
          <Button type="submit" loading={signIn.isPending}>
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
