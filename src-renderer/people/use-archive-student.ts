import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

/** Archives a student or brings one back; archiving can be undone from the message. */
export function useArchiveStudent() {
  const { t } = useTranslation('people');
  const archive = useMutation({
    mutationFn: (input: { id: string; archived: boolean }) =>
      rollcall.people.students.update(input),
    onSuccess: async (student, { id, archived }) => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      const name = student.fullName;
      const words = archived ? t('student.archived', { name }) : t('student.restored', { name });
      const undo = () => archive.mutate({ id, archived: false });
      showDone(words, archived ? undo : undefined);
    },
  });
  return archive;
}
