import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLock } from '#renderer/accounts/use-lock.ts';
import { useSignOut } from '#renderer/accounts/use-sign-out.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { useDevicePreferences } from '#renderer/settings/use-device-preferences.ts';
import type { Doing } from './commands.ts';
import { openOverlay } from './palette-store.ts';

function useBackUp() {
  const { t } = useTranslation('backup');
  return useMutation(
    api.backup.make.mutationOptions({
      onSuccess: ({ name }) => showDone(t('made', { name })),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.backup.key() }),
    }),
  );
}

/** What commands are carried out with, on this window. */
export function useDoing(): Doing {
  const navigate = useNavigate();
  const lock = useLock();
  const signOut = useSignOut();
  const backUp = useBackUp();
  const { change } = useDevicePreferences();
  return {
    go: (to) => void navigate({ to }),
    goToFaceless: () => void navigate({ to: '/students', search: { faces: 'missing' } }),
    goToFacesImport: () => void navigate({ to: '/import', search: { what: 'faces' } }),
    goToSubjects: () => void navigate({ to: '/classes', search: { tab: 'subjects' } }),
    open: openOverlay,
    prefer: change,
    backUp: () => backUp.mutate({}),
    lock: () => lock.mutate({}),
    signOut: () => signOut.mutate({}),
  };
}
