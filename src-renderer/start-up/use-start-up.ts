import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import { takeStatus } from '#renderer/app/standing.ts';

/** Tries once more to open the register. */
export function useRetry() {
  return useMutation(api.app.retry.mutationOptions({ onSuccess: takeStatus }));
}

export function useOpenDataFolder() {
  return useMutation(api.app.openDataFolder.mutationOptions());
}

/** Opens the register with the recovery passphrase; errors are shown beside the field. */
export function useUnlock() {
  return useMutation(
    api.app.unlock.mutationOptions({ onSuccess: takeStatus, meta: { showsOwnErrors: true } }),
  );
}
