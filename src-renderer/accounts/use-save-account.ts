import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { usernameSchema } from '#shared/contract/app.contract.ts';
import { nameSchema, type StaffRole, staffRoleSchema } from '#shared/contract/base.ts';

interface AccountValues {
  displayName: string;
  username: string;
  role: StaffRole;
}

/** The list is asked anew. */
export async function refreshAccounts(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: api.accounts.key() });
}

function useAccountForm(account: Account | null) {
  const { t } = useTranslation('accounts');
  return useForm<AccountValues>({
    initialValues: {
      displayName: account?.displayName ?? '',
      username: account?.username ?? '',
      role: staffRoleSchema.catch('teacher').parse(account?.role),
    },
    validate: {
      displayName: must(nameSchema, t('form.displayNameInvalid')),
      username: account ? undefined : must(usernameSchema, t('form.usernameInvalid')),
    },
  });
}

interface Afterwards {
  onSaved: () => void;
  onIssued: (issued: IssuedPassword) => void;
}

/** The form of an account that is, or is yet to be, and the way it is saved. */
export function useSaveAccount(account: Account | null, { onSaved, onIssued }: Afterwards) {
  const { t } = useTranslation('accounts');
  const form = useAccountForm(account);
  const save = useMutation({
    mutationFn: async ({ displayName, username, role }: AccountValues) => {
      if (account === null) {
        onIssued(await rollcall.accounts.create({ displayName, username, role }));
      } else {
        const { displayName: name } = await rollcall.accounts.update({
          id: account.id,
          displayName,
          role,
        });
        showDone(t('form.saved', { name }));
      }
    },
    meta: { showsOwnErrors: true },
    onSuccess: async () => {
      await refreshAccounts();
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
      await refreshAccounts();
      const words = archived ? t('form.archived', { name }) : t('form.restored', { name });
      const undo = () => archive.mutate({ id, archived: false });
      showDone(words, archived ? undo : undefined);
    },
  });
  return archive;
}
