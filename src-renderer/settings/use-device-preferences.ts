import { useMutation, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';

/** The preferences of this computer, and the way to change some of them. */
export function useDevicePreferences() {
  const query = useQuery(api.settings.device.queryOptions());
  const update = useMutation(
    api.settings.updateDevice.mutationOptions({
      onSuccess: (preferences, { language }) => {
        queryClient.setQueryData(api.settings.device.queryKey(), preferences);
        // Some answers hold words, such as the consent text.
        if (language !== undefined) void queryClient.invalidateQueries();
      },
    }),
  );
  return { query, change: update.mutate };
}
