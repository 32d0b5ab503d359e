import { useMutation } from '@tanstack/react-query';
import { queryClient } from '#renderer/app/query-client.ts';
import type { ImportDone, ImportProgress } from '#shared/contract/imports.contract.ts';
import { useProgress } from './use-progress.ts';

/**
 * Does an import. Its data is null where it was cancelled.
 * @param start asks main for it
 */
export function useApply<P>(
  start: (planned: P) => PromiseLike<AsyncIterable<ImportProgress>>,
  onDone: (done: ImportDone, planned: P) => void,
) {
  const { progress, follow } = useProgress();
  const apply = useMutation({
    mutationFn: async (planned: P) => {
      const end = await follow(start(planned));
      return end.kind === 'imported' ? end.done : null;
    },
    meta: { showsOwnErrors: true },
    onSuccess: async (done, planned) => {
      await queryClient.invalidateQueries();
      if (done) onDone(done, planned);
    },
  });
  return { apply, progress };
}
