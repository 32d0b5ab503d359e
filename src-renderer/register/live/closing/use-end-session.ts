import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { clearToasts } from '#renderer/app/toast.tsx';
import { useLiveStore } from '../live-store.ts';

/** Ends a session; its screen turns to the result once the main process has written it. */
export function useEndSession(sessionId: string): { end: () => void; ending: boolean } {
  const mutation = useMutation(
    api.register.end.mutationOptions({
      onSuccess: (session) => {
        // Today must not offer to go on with it, not even until it has asked anew.
        queryClient.removeQueries({ queryKey: api.register.key() });
        // A closed register is corrected with a reason; the messages that offer to undo go.
        clearToasts();
        useLiveStore.setState({ session, undoSteps: [] });
      },
    }),
  );
  return { end: () => mutation.mutate({ sessionId }), ending: mutation.isPending };
}
