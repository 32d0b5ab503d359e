import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: api.register.key() });
  await queryClient.invalidateQueries({ queryKey: api.timetable.key() });
}

/** Says that a register did not take place, or takes that back; the first can be undone. */
export function useDiscard(sessionId: string, onDiscarded: () => void) {
  const { t } = useTranslation('register');
  const reinstate = useMutation({
    mutationFn: () => rollcall.register.reinstate({ sessionId }),
    onSuccess: async () => {
      await refresh();
      showDone(t('discard.reinstated'));
    },
  });
  const discard = useMutation({
    mutationFn: (reason: string) => rollcall.register.discard({ sessionId, reason }),
    meta: { showsOwnErrors: true },
    onSuccess: async () => {
      await refresh();
      onDiscarded();
      showDone(t('discard.done'), () => reinstate.mutate());
    },
  });
  return { discard, reinstate };
}
