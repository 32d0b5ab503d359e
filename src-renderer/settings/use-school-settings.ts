import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';

/** What the school has decided, and the way to change it. */
export function useSchoolSettings() {
  const { t } = useTranslation('settings');
  const query = useQuery(api.settings.school.queryOptions());
  const update = useMutation(
    api.settings.updateSchool.mutationOptions({
      onSuccess: (school) => {
        queryClient.setQueryData(api.settings.school.queryKey(), school);
        showDone(t('saved'));
      },
    }),
  );
  return { query, update };
}
