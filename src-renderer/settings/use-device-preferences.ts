import { useMutation, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';

const queryKey = api.settings.device.queryKey();
const mutationKey = api.settings.updateDevice.mutationKey();

/**
 * The preferences of this computer, and the way to change some of them. A change shows at once, so
 * that the next one, however soon, starts from it; what was not stored is set back.
 */
export function useDevicePreferences() {
  const query = useQuery(api.settings.device.queryOptions());
  const update = useMutation(
    api.settings.updateDevice.mutationOptions({
      mutationKey,
      scope: { id: 'devicePreferences' },
      onMutate: async (change) => {
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(queryKey, (now) => now && { ...now, ...change });
      },
      onSuccess: (preferences, { language }) => {
        if (isLastChange()) queryClient.setQueryData(queryKey, preferences);
        // Some answers hold words, such as the consent text.
        if (language !== undefined) void queryClient.invalidateQueries();
      },
      onError: () => queryClient.invalidateQueries({ queryKey }),
    }),
  );
  return { query, change: update.mutate };
}

/** Whether no change waits behind the one that has just been answered. */
function isLastChange(): boolean {
  return queryClient.isMutating({ mutationKey }) <= 1;
}
