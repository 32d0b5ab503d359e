import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { countResult } from '../live/list/roster.ts';
import { StatusCounts } from '../status-totals.tsx';

/** What a register came to, counted as where it was taken: those late are among those present. */
export function RegisterCounts({ session: { statuses, roster } }: { session: SessionDetail }) {
  const unmarked = roster.filter(({ mark }) => mark === null).length;
  return <StatusCounts counts={countResult(roster, statuses)} unmarked={unmarked} />;
}
