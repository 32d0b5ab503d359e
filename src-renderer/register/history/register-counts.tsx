import { StatusTotals } from '#renderer/register/status-totals.tsx';
import type { SessionDetail } from '#shared/contract/register.contract.ts';

/** How many stand in each status of the school's, and how many in none. */
export function RegisterCounts({ session: { statuses, roster } }: { session: SessionDetail }) {
  return <StatusTotals statuses={statuses} codes={roster.map(({ mark }) => mark?.code ?? null)} />;
}
