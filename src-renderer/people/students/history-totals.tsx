import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import { StatusTotals } from '#renderer/register/status-totals.tsx';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { countMeanings, presentShare } from '#shared/register/percentages.ts';
import { pointsOf } from '#shared/register/points.ts';

/** How often the student stood in each status, the share of registers present, and the points. */
export function HistoryTotals({ history }: { history: StudentHistory }) {
  const { t } = useTranslation('people');
  const { statuses } = history;
  const entries = history.entries.filter(({ standing }) => standing === 'counts');
  const meanings = new Map(statuses.map(({ code, meaning }) => [code, meaning]));
  const meaningOf = (code: string | null) => (code === null ? null : (meanings.get(code) ?? null));
  const codes = entries.map(({ code }) => code);
  const share = presentShare(countMeanings(codes.map(meaningOf)));
  const occurring = statuses.filter(({ code }) => codes.includes(code));
  return (
    <Stack gap="xs">
      <Group gap="lg">
        <Text fw={600}>
          {share === null
            ? t('history.noShare')
            : t('history.presentShare', { share: formatPercent(share) })}
        </Text>
        <Text>{t('history.points', { points: formatNumber(pointsOf(codes, statuses)) })}</Text>
      </Group>
      <StatusTotals statuses={occurring} codes={codes} />
    </Stack>
  );
}
