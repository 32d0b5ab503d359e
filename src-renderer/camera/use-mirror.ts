import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';

/** Whether pictures of the camera are shown as in a mirror, which people expect of themselves. */
export function useMirror(): boolean {
  return useQuery(api.settings.device.queryOptions()).data?.mirror ?? true;
}
