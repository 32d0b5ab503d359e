import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { setAccount } from '#renderer/app/standing.ts';

/** Signs out and forgets all that was shown. */
export function useSignOut() {
  return useMutation(
    api.accounts.signOut.mutationOptions({
      onSuccess: () => {
        setAccount(null);
        queryClient.clear();
      },
    }),
  );
}
