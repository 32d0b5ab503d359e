import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { create } from 'zustand';
import { errorCode, errorData } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showError } from '#renderer/app/toast.tsx';
import type { TakenLately } from '#shared/contract/taken-lately.ts';

/** Of which class and subject, and which lesson of the timetable where it is one. */
export interface StartWish {
  classId: string;
  subjectId: string;
  lessonId?: string;
}

interface Asked {
  /** The register that may be the same lesson's; null while nothing is asked. */
  asked: { wish: StartWish; taken: TakenLately } | null;
}

/** The question whether another register is wanted, wherever on Today it was started. */
export const useAsked = create<Asked>(() => ({ asked: null }));

/** Starts a session and goes to it; one that is already open for the class is gone to instead. */
function useStartNow() {
  const navigate = useNavigate();
  const go = (sessionId: string) =>
    navigate({ to: '/sessions/$sessionId/live', params: { sessionId } });
  const start = useMutation(
    api.register.start.mutationOptions({
      meta: { showsOwnErrors: true },
      onSuccess: async (session) => {
        useAsked.setState({ asked: null });
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

/**
 * The way to start a register: asks first where one of the same class and subject was taken a
 * short while ago; `again` starts another all the same.
 */
export function useStart() {
  const { start, go } = useStartNow();
  const look = useMutation({
    mutationFn: (wish: StartWish) => rollcall.register.takenLately(wish),
    onSuccess: (taken, wish) => {
      if (taken) useAsked.setState({ asked: { wish, taken } });
      else start.mutate(wish);
    },
  });
  return {
    begin: (wish: StartWish) => look.mutate(wish),
    again: (wish: StartWish) => start.mutate(wish),
    busy: look.isPending || start.isPending,
    go,
  };
}
