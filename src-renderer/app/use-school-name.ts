import { useQuery } from '@tanstack/react-query';
import { STAFF } from '#shared/contract/base.ts';
import { api } from './query-client.ts';
import { useHasRole, useStanding } from './standing.ts';

/** The school's name: as it was at the start, until it is known whether it has changed since. */
export function useSchoolName(): string {
  const staff = useHasRole(STAFF);
  const { data } = useQuery(api.settings.school.queryOptions({ enabled: staff }));
  const standing = useStanding();
  const atStart =
    standing.kind === 'known' && standing.status.state === 'ready'
      ? standing.status.schoolName
      : '';
  return data?.schoolName ?? atStart;
}
