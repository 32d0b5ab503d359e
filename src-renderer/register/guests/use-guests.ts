import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { Guest } from '#shared/contract/guests.contract.ts';
import { offerUndo, undoneWords } from '../live/list/undo-steps.ts';

/** The guests of a session, settled ones too. */
export function useGuests(sessionId: string) {
  return useQuery(api.guests.list.queryOptions({ input: { sessionId } }));
}

/** Takes over what a change answered: all guests of that session. */
export function takeGuests(sessionId: string, guests: Guest[]): void {
  queryClient.setQueryData(api.guests.list.queryKey({ input: { sessionId } }), guests);
}

/** Offers to take back what was done with a guest; `undo` answers with the session's guests. */
export function offerGuestUndo(
  sessionId: string,
  what: string,
  undo: () => Promise<Guest[]>,
): void {
  offerUndo({
    what,
    studentId: null,
    undo: async () => {
      takeGuests(sessionId, await undo());
      await queryClient.invalidateQueries({ queryKey: api.register.key() });
      return undoneWords(what, 0);
    },
  });
}

/** Dismisses a guest; that can be undone. */
export function useDismissGuest() {
  const { t } = useTranslation('guests');
  return useMutation({
    mutationFn: ({ id }: Guest) => rollcall.guests.dismiss({ id }),
    onSuccess: (guests, { id, name, sessionId }) => {
      takeGuests(sessionId, guests);
      offerGuestUndo(sessionId, t('dismissed', { name }), () => rollcall.guests.restore({ id }));
    },
  });
}

/** Says which student a guest was; the student's mark changes with it. */
export function useMergeGuest() {
  const { t } = useTranslation('guests');
  return useMutation({
    mutationFn: ({ guest, studentId }: { guest: Guest; studentId: string }) =>
      rollcall.guests.merge({ id: guest.id, studentId }),
    onSuccess: async (guests, { guest: { id, name, sessionId } }) => {
      takeGuests(sessionId, guests);
      await queryClient.invalidateQueries({ queryKey: api.register.key() });
      const standing = guests.find((one) => one.id === id)?.standing;
      if (standing?.kind === 'merged') {
        const what = t('merged', { name, student: standing.studentName });
        offerGuestUndo(sessionId, what, () => rollcall.guests.unmerge({ id }));
      }
    },
  });
}
