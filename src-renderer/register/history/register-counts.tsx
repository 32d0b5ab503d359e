import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { countResult } from '../live/roster.ts';
import { LookBadge } from '../status-badge.tsx';
import { lookOfStatus } from '../status-look.ts';

/** What a register came to, counted as where it was taken: those late are among those present. */
export function RegisterCounts({ session: { statuses, roster } }: { session: SessionDetail }) {
  const { t } = useTranslation(['history', 'register']);
  const unmarked = roster.filter(({ mark }) => mark === null).length;
  const lateWords = (late: number) =>
    late > 0 ? `, ${t('register:ofWhichLate', { count: late })}` : '';
  return (
    <Group gap="lg" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {countResult(roster, statuses).map(({ status, count, late }) => (
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
