import { useMutation, useQuery } from '@tanstack/react-query';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { reopenCamera } from './camera-store.ts';

/** The camera chosen on this laptop, and the way to choose another, which then opens. */
export function useCameraChoice() {
  const preferences = useQuery(api.settings.device.queryOptions());
  const update = useMutation(
    api.settings.updateDevice.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(api.settings.device.queryKey(), saved);
        reopenCamera();
      },
    }),
  );
  return {
    cameraId: preferences.data?.cameraId ?? null,
    choose: (cameraId: string | null) => update.mutate({ cameraId }),
  };
}
