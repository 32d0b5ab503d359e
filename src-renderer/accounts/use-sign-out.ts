import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { setAccount } from '#renderer/app/standing.ts';

/** Signs out, forgets all that was shown, and leaves the next one on Today. */
export function useSignOut() {
  const navigate = useNavigate();
  return useMutation(
    api.accounts.signOut.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/' });
        setAccount(null);
        queryClient.clear();
      },
    }),
  );
}
