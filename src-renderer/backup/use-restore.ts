import { useMutation } from '@tanstack/react-query';
import { api, forgetAnswers } from '#renderer/app/query-client.ts';
import { loadStanding } from '#renderer/app/standing.ts';
import { sayErasedAgain } from './say-erased-again.ts';

/** Whether an open register is replaced by an admin, or one that nobody can open is recovered. */
export type RestoreWay = 'restore' | 'recover';

/**
 * The three steps back to a backup; each shows its errors itself.
 * @param onDone runs once the backup is in place and everybody is signed out
 */
export function useRestore(way: RestoreWay, onDone?: () => void) {
  const meta = { showsOwnErrors: true };
  const calls = api.backup[way];
  const preview = useMutation(calls.preview.mutationOptions({ meta }));
  const choose = useMutation(
    calls.choose.mutationOptions({ meta, onMutate: () => preview.reset() }),
  );
  const apply = useMutation(
    calls.apply.mutationOptions({
      meta,
      onSuccess: ({ again }) => {
        onDone?.();
        forgetAnswers();
        void loadStanding().then(() => sayErasedAgain(again));
      },
    }),
  );
  return { choose, preview, apply };
}

export type Restore = ReturnType<typeof useRestore>;
