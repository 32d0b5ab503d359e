import { type UseMutationResult, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { StatusRole } from '#shared/contract/status.ts';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';

/** Takes over what a change answered; whatever shows statuses is asked anew. */
export async function takeStatuses(statuses: ManagedStatus[]): Promise<void> {
  queryClient.setQueryData(api.statuses.list.queryKey(), statuses);
  await queryClient.invalidateQueries({ queryKey: api.register.key() });
}

export function useStatuses() {
  return useQuery(api.statuses.list.queryOptions());
}

export type ArchiveStatus = UseMutationResult<
  ManagedStatus[],
  Error,
  { status: ManagedStatus; archived: boolean }
>;

/** Archives a status or brings it back; archiving can be undone from the message. */
export function useArchiveStatus(): ArchiveStatus {
  const { t } = useTranslation('statuses');
  const archive: ArchiveStatus = useMutation({
    mutationFn: ({ status: { code }, archived }: { status: ManagedStatus; archived: boolean }) =>
      rollcall.statuses.update({ code, archived }),
    onSuccess: async (statuses, { status, archived }) => {
      await takeStatuses(statuses);
      const { label: name } = status;
      const undo = () => archive.mutate({ status, archived: false });
      showDone(t(archived ? 'archived' : 'restored', { name }), archived ? undo : undefined);
    },
  });
  return archive;
}

export function useMoveStatus() {
  return useMutation({
    mutationFn: (move: { code: string; by: 1 | -1 }) => rollcall.statuses.move(move),
    onSuccess: takeStatuses,
  });
}

/** Deletes a status that nothing has used; the message offers to make it again. */
export function useDeleteStatus() {
  const { t } = useTranslation('statuses');
  const restore = useMutation({
    mutationFn: ({ code, label, meaning, points, colour, shortcut }: ManagedStatus) =>
      rollcall.statuses.create({ code, label, meaning, points, colour, shortcut }),
    onSuccess: takeStatuses,
  });
  return useMutation({
    mutationFn: ({ code }: ManagedStatus) => rollcall.statuses.remove({ code }),
    onSuccess: async (statuses, status) => {
      await takeStatuses(statuses);
      showDone(t('deleted', { name: status.label }), () => restore.mutate(status));
    },
  });
}

export function useGiveRole() {
  const { t } = useTranslation('statuses');
  return useMutation({
    mutationFn: (given: { role: StatusRole; code: string }) => rollcall.statuses.giveRole(given),
    onSuccess: async (statuses, { role, code }) => {
      await takeStatuses(statuses);
      showDone(t('roleSaved', { code, role: t(`roles.${role}`) }));
    },
  });
}
