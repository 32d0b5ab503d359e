import { useMutation, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';

/** The preferences of this computer, and the way to change some of them. */
export function useDevicePreferences() {
  const query = useQuery(api.settings.device.queryOptions());
  const update = useMutation(
    api.settings.updateDevice.mutationOptions({
      onSuccess: (preferences) =>
        queryClient.setQueryData(api.settings.device.queryKey(), preferences),
    }),
  );
  return { query, change: update.mutate };
}
