import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import type { ResultCount } from '#renderer/register/result-counts.ts';
import { LookBadge } from '#renderer/register/status-badge.tsx';
import { lookOfStatus } from '#renderer/register/status-look.ts';
import type { Status } from '#shared/contract/register.contract.ts';

interface StatusCountsProps {
  counts: readonly ResultCount[];
  unmarked: number;
}

/** How many stand in each of these statuses, and how many in none. */
export function StatusCounts({ counts, unmarked }: StatusCountsProps) {
  const { t } = useTranslation(['history', 'register']);
  const lateWords = (late: number) =>
    late > 0 ? `, ${t('register:ofWhichLate', { count: late })}` : '';
  return (
    <Group gap="lg" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {counts.map(({ status, count, late }) => (
        <li key={status.code}>
          <LookBadge
            look={lookOfStatus(status)}
            colour={status.colour}
            letter={status.code}
            label={`${formatNumber(count)} ${status.label}${lateWords(late)}`}
            withLabel
          />
        </li>
      ))}
      {unmarked > 0 && (
        <li>
          <LookBadge
            look="unmarked"
            label={`${formatNumber(unmarked)} ${t('list.unmarked')}`}
            withLabel
          />
        </li>
      )}
    </Group>
  );
}

interface StatusTotalsProps {
  statuses: readonly Status[];
  /** The code of each mark; null where there is none. */
  codes: readonly (string | null)[];
}

/** Counts the marks status by status, and those without one. */
export function StatusTotals({ statuses, codes }: StatusTotalsProps) {
  const count = (code: string | null) => codes.filter((one) => one === code).length;
  return (
    <StatusCounts
      counts={statuses.map((status) => ({ status, count: count(status.code), late: 0 }))}
      unmarked={count(null)}
    />
  );
}
