import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { LookAlikePair } from '#shared/contract/enrolment.contract.ts';

type AlikeStudent = LookAlikePair['first'];

/** Those who look like this student, for admins; nobody while it is not known. */
export function useLookAlikesOf(studentId: string): AlikeStudent[] {
  const admin = useIsAdmin();
  const query = useQuery(
    api.enrolment.lookAlikes.queryOptions({ input: { studentId }, enabled: admin }),
  );
  const pairs = query.data?.pairs ?? [];
  return pairs.map(({ first, second }) => (first.studentId === studentId ? second : first));
}
