import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { loadStanding } from '#renderer/app/standing.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { useSchoolName } from '#renderer/app/use-school-name.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { usernameSchema } from '#shared/contract/app.contract.ts';
import { nameSchema, type Role } from '#shared/contract/base.ts';
import { passwordProblem } from './password-problem.ts';

interface AccountValues {
  displayName: string;
  username: string;
  role: Role;
  /** Empty while editing: the present password stays. */
  password: string;
}

/** The list is asked anew, and one's own name and role, should they have changed. */
async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: api.accounts.key() });
  await loadStanding();
}

function useAccountForm(account: Account | null) {
  const { t } = useTranslation('accounts');
  const schoolName = useSchoolName();
  return useForm<AccountValues>({
    initialValues: {
      displayName: account?.displayName ?? '',
      username: account?.username ?? '',
      role: account?.role ?? 'teacher',
      password: '',
    },
    validate: {
      displayName: must(nameSchema, t('form.displayNameInvalid')),
      username: account ? undefined : must(usernameSchema, t('form.usernameInvalid')),
      password: (value, { username }) =>
        account && value === '' ? null : passwordProblem(value, { username, schoolName }),
    },
  });
}

/** The form of an account that is, or is yet to be, and the way it is saved. */
export function useSaveAccount(account: Account | null, onSaved: () => void) {
  const { t } = useTranslation('accounts');
  const form = useAccountForm(account);
  const save = useMutation({
    mutationFn: ({ displayName, username, role, password }: AccountValues) =>
      account
        ? rollcall.accounts.update({
            id: account.id,
            displayName,
            role,
            password: password || undefined,
          })
        : rollcall.accounts.create({ displayName, username, role, password }),
    meta: { showsOwnErrors: true },
    onSuccess: async ({ displayName: name }) => {
      await refresh();
      showDone(account ? t('form.saved', { name }) : t('form.added', { name }));
      onSaved();
    },
  });
  return { form, save };
}

/** Archives an account or brings it back; archiving can be undone from the message. */
export function useArchiveAccount() {
  const { t } = useTranslation('accounts');
  const archive = useMutation({
    mutationFn: (change: { id: string; archived: boolean }) => rollcall.accounts.update(change),
    onSuccess: async ({ displayName: name }, { id, archived }) => {
      await refresh();
      const words = archived ? t('form.archived', { name }) : t('form.restored', { name });
      const undo = () => archive.mutate({ id, archived: false });
      showDone(words, archived ? undo : undefined);
    },
  });
  return archive;
}
