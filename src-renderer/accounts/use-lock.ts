import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';

/** Locks this window at once. */
export function useLock() {
  return useMutation(api.accounts.lock.mutationOptions());
}
