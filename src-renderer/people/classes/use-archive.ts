import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

interface Change {
  id: string;
  archived: boolean;
}

/** Archives or brings back a class or a subject; archiving can be undone from the message. */
export function useArchive(update: (change: Change) => Promise<{ name: string }>) {
  const { t } = useTranslation('people');
  const archive = useMutation({
    mutationFn: update,
    onSuccess: async ({ name }, { id, archived }) => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      const words = archived ? t('classes.archived', { name }) : t('classes.restored', { name });
      const undo = () => archive.mutate({ id, archived: false });
      showDone(words, archived ? undo : undefined);
    },
  });
  return archive;
}
