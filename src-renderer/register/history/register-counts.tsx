import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { LookBadge } from '#renderer/register/status-badge.tsx';
import { lookOfStatus } from '#renderer/register/status-look.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';

/** How many stand in each status of the school's, and how many in none. */
export function RegisterCounts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('history');
  const unmarked = session.roster.filter((entry) => entry.mark === null).length;
  const count = (code: string) => session.roster.filter((one) => one.mark?.code === code).length;
  return (
    <Group gap="lg" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {session.statuses.map((status) => (
        <li key={status.code}>
          <LookBadge
            look={lookOfStatus(status)}
            letter={status.code}
            label={`${formatNumber(count(status.code))} ${status.label}`}
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
