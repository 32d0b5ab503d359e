import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';

/** Signs out on this window. What follows is the gate's: the sign-in screen, and nothing kept. */
export function useSignOut() {
  return useMutation(api.accounts.signOut.mutationOptions());
}
