import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { useLiveStore } from '../live-store.ts';

/** Takes the closing of a session back; its screen turns to the camera again. */
export function useReopenSession(sessionId: string): { reopen: () => void; reopening: boolean } {
  const mutation = useMutation(
    api.register.reopen.mutationOptions({
      onSuccess: (session) => {
        queryClient.removeQueries({ queryKey: api.register.key() });
        useLiveStore.setState({ session });
      },
    }),
  );
  return { reopen: () => mutation.mutate({ sessionId }), reopening: mutation.isPending };
}
