import { useQuery } from '@tanstack/react-query';
import { api } from './query-client.ts';

/** The school's name as it is now; empty while it loads. */
export function useSchoolName(): string {
  const { data } = useQuery(api.settings.school.queryOptions());
  return data?.schoolName ?? '';
}
