import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '../app/query-client.ts';
import { setAccount } from '../app/standing.ts';

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
