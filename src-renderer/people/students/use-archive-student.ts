import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { refreshFaces } from './use-faces.ts';

interface Change {
  id: string;
  archived: boolean;
  /** Whether faces are stored, which archiving erases. */
  hasFaces: boolean;
}

/**
 * Archives a student or brings one back; archiving can be undone from the message, which says
 * that the faces do not come back.
 */
export function useArchiveStudent() {
  const { t } = useTranslation('people');
  const archive = useMutation({
    mutationFn: ({ id, archived }: Change) => rollcall.people.students.update({ id, archived }),
    onSuccess: async ({ fullName: name }, { id, archived, hasFaces }) => {
      await refreshFaces();
      if (!archived) {
        showDone(t('student.restored', { name }));
        return;
      }
      const words = hasFaces ? 'student.archivedErased' : 'student.archived';
      const undo = () => archive.mutate({ id, archived: false, hasFaces: false });
      showDone(t(words, { name }), undo);
    },
  });
  return archive;
}
