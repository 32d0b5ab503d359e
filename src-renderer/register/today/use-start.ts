import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { errorCode, errorData } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showError } from '#renderer/app/toast.tsx';

/** Starts a session and goes to it; one that is already open for the class is gone to instead. */
export function useStart() {
  const navigate = useNavigate();
  const go = (sessionId: string) =>
    navigate({ to: '/sessions/$sessionId/live', params: { sessionId } });
  const start = useMutation(
    api.register.start.mutationOptions({
      meta: { showsOwnErrors: true },
      onSuccess: async (session) => {
        await queryClient.invalidateQueries({ queryKey: api.register.key() });
        await queryClient.invalidateQueries({ queryKey: api.timetable.key() });
        await go(session.id);
      },
      onError: async (error) => {
        const { sessionId } = errorData(error);
        if (errorCode(error) === 'SESSION_OPEN' && typeof sessionId === 'string') {
          await go(sessionId);
        } else showError(error);
      },
    }),
  );
  return { start, go };
}
