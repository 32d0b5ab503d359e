import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import type { IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { refreshAccounts } from './use-save-account.ts';

/** Replaces another account's password by a temporary one, which `onIssued` takes. */
export function useResetPassword(onIssued: (issued: IssuedPassword) => void) {
  return useMutation(
    api.accounts.resetPassword.mutationOptions({
      onSuccess: async (issued) => {
        await refreshAccounts();
        onIssued(issued);
      },
    }),
  );
}
