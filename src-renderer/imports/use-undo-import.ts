import { useMutation } from '@tanstack/react-query';
import { queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';

/** Takes an import back; what screens show is read anew. */
export function useUndoImport() {
  return useMutation({
    mutationFn: (id: string) => rollcall.imports.undo({ id }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
