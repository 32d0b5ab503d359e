import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

/** What depends on a student's faces and consent is asked anew. */
export async function refreshFaces(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: api.enrolment.key() }),
    queryClient.invalidateQueries({ queryKey: api.people.key() }),
  ]);
}

/** Erases all views of a face; there is no way back. */
export function useEraseFaces(onDone: () => void) {
  const { t } = useTranslation('people');
  return useMutation(
    api.enrolment.erase.mutationOptions({
      onSuccess: async ({ templatesErased }) => {
        await refreshFaces();
        showDone(t('faces.erased', { count: templatesErased }));
        onDone();
      },
    }),
  );
}

/** Withdraws the consent, which erases the faces in the same step. */
export function useWithdrawConsent(onDone: () => void) {
  const { t } = useTranslation('people');
  return useMutation(
    api.enrolment.withdrawConsent.mutationOptions({
      onSuccess: async () => {
        await refreshFaces();
        showDone(t('consent.withdrawDone'));
        onDone();
      },
    }),
  );
}
