import { useMutation } from '@tanstack/react-query';
import { queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { useProgress } from './use-progress.ts';

/** Takes an import back; what screens show is read anew. */
export function useUndoImport() {
  const { progress, follow } = useProgress();
  const undo = useMutation({
    mutationFn: async (id: string) => (await follow(rollcall.imports.undo({ id }))).result,
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return { undo, progress };
}
