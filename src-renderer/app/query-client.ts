import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { errorCode } from './error-code.ts';
import { rollcall } from './rollcall-client.ts';
import { noteError } from './standing.ts';
import { showError } from './toast.tsx';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The screen shows this mutation's errors itself; no toast. */
      showsOwnErrors?: boolean;
    };
  }
}

/** Query and mutation options for every procedure: `api.people.students.list.queryOptions(...)`. */
export const api = createTanstackQueryUtils(rollcall);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteError }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      noteError(error);
      const heard = mutation.meta?.showsOwnErrors || errorCode(error) === 'UNAUTHENTICATED';
      if (!heard) showError(error);
    },
  }),
  defaultOptions: {
    // The main process is always there, whatever the network does.
    queries: { networkMode: 'always', retry: false, staleTime: 2_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Forgets what was read as somebody. What belongs to this computer stays: it is on screen whoever is
 * signed in, and a query that is removed tells those who watch it no more.
 */
export function forgetAnswers(): void {
  const device = hashKey(api.settings.device.queryKey());
  queryClient.removeQueries({ predicate: ({ queryHash }) => queryHash !== device });
  queryClient.getMutationCache().clear();
}
