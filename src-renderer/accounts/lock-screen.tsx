import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { useLiveStore } from '#renderer/register/live/live-store.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import classes from './lock-screen.module.css';
import { SignInProblem } from './sign-in-screen.tsx';
import { useLockOut } from './use-lock-out.ts';
import { useSignOut } from './use-sign-out.ts';

/**
 * Stands before everything else until the password is typed. Before a register under way it leaves
 * camera and list in sight: faces are marked as before, and nothing can be changed by hand.
 */
export function LockScreen({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const running = useLiveStore(({ session }) => session !== null && session.endedAt === null);
  const dialog = useModalDialog();
  return (
    <dialog
      ref={dialog}
      className={classes.lock}
      data-running={running || undefined}
      aria-labelledby="lock-title"
    >
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap">
          <IconLock size={20} aria-hidden />
          <Title order={2} id="lock-title">
            {t('lock.title')}
          </Title>
        </Group>
        <Text size="sm">{running ? t('lock.running') : t('lock.about')}</Text>
        <ReEntryForm account={account} />
      </Stack>
    </dialog>
  );
}

/** Keys that are for the dialog alone: shortcuts of the screens behind it must not hear them. */
function keepInside(dialog: HTMLDialogElement): () => void {
  const guard = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.preventDefault();
    const inside = event.target instanceof Node && dialog.contains(event.target);
    if (!inside) event.stopImmediatePropagation();
  };
  const stop = (event: KeyboardEvent) => event.stopPropagation();
  window.addEventListener('keydown', guard, { capture: true });
  dialog.addEventListener('keydown', stop);
  return () => {
    window.removeEventListener('keydown', guard, { capture: true });
    dialog.removeEventListener('keydown', stop);
  };
}

/** Opens the dialog on top of all others, where it cannot be dismissed. */
function useModalDialog() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    const letGo = keepInside(dialog);
    return () => {
      letGo();
      dialog.close();
    };
  }, []);
  return ref;
}

function useReEntry() {
  const { t } = useTranslation('accounts');
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('signIn.passwordEmpty')) },
  });
  const reEnter = useMutation(
    api.accounts.reEnter.mutationOptions({
      meta: { showsOwnErrors: true },
      onError: (error) => {
        if (errorCode(error) !== 'WRONG_CREDENTIALS') return;
        form.reset();
        form.setFieldError('password', t('lock.wrong'));
      },
      // What was asked for meanwhile was refused.
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  );
  return { form, reEnter };
}

function ReEntryForm({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'app']);
  const { form, reEnter } = useReEntry();
  const signOut = useSignOut();
  const wait = useLockOut(reEnter.error);
  const isWrong = errorCode(reEnter.error) === 'WRONG_CREDENTIALS';
  return (
    <form onSubmit={form.onSubmit((values) => reEnter.mutate(values))} noValidate>
      <Stack gap="sm">
        {!isWrong && <SignInProblem error={reEnter.error} wait={wait} />}
        <PasswordInput
          label={t('lock.password', { name: account.displayName })}
          autoComplete="current-password"
          autoFocus
          {...form.getInputProps('password')}
        />
        <Group justify="space-between" gap="xs">
          <Button variant="default" onClick={() => signOut.mutate({})}>
            {t('app:account.signOut')}
          </Button>
          <Button type="submit" loading={reEnter.isPending} disabled={wait > 0}>
            {t('lock.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
