import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import { LookBadge } from '#renderer/register/status-badge.tsx';
import { lookOfStatus } from '#renderer/register/status-look.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { countMeanings, presentShare } from '#shared/register/percentages.ts';

/** How often the student stood in each status, and the share of registers present. */
export function HistoryTotals({ history }: { history: StudentHistory }) {
  const { t } = useTranslation('people');
  const { statuses, entries } = history;
  const meanings = new Map(statuses.map(({ code, meaning }) => [code, meaning]));
  const meaningOf = (code: string | null) => (code === null ? null : (meanings.get(code) ?? null));
  const share = presentShare(countMeanings(entries.map(({ code }) => meaningOf(code))));
  return (
    <Stack gap="xs">
      <Text fw={600}>
        {share === null
          ? t('history.noShare')
          : t('history.presentShare', { share: formatPercent(share) })}
      </Text>
      <StatusTotals history={history} />
    </Stack>
  );
}

function StatusTotals({ history: { statuses, entries } }: { history: StudentHistory }) {
  const { t } = useTranslation('people');
  const count = (code: string | null) => entries.filter((entry) => entry.code === code).length;
  const seen = statuses.filter(({ code }) => count(code) > 0);
  const unmarked = count(null);
  return (
    <Group gap="lg" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {seen.map((status) => (
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
            label={`${formatNumber(unmarked)} ${t('history.unmarked')}`}
            withLabel
          />
        </li>
      )}
    </Group>
  );
}
