import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { resultCounts } from '#renderer/register/result-counts.ts';
import { StatusCounts } from '#renderer/register/status-totals.tsx';
import type { ReportOverview } from '#shared/contract/reports.contract.ts';
import { countsOfStatuses, presentShare } from '#shared/register/percentages.ts';

/** How often the figures are read again: registers that run elsewhere in the window count too. */
const LOOK_EVERY_MS = 10_000;

interface DayFiguresProps {
  /** YYYY-MM-DD. */
  today: string;
  /** Lessons whose register should have been taken by now and was not. */
  notTaken: number;
}

/** What today's registers came to so far, those still open included. Nothing before the first. */
export function DayFigures({ today, notTaken }: DayFiguresProps) {
  const { t } = useTranslation('today');
  const { data } = useQuery(
    api.reports.overview.queryOptions({
      input: { range: { from: today, to: today } },
      refetchInterval: LOOK_EVERY_MS,
    }),
  );
  if (!data || data.registers === 0) return null;
  return (
    <Paper component="section" aria-labelledby="figures-title" p="lg">
      <Stack gap="sm">
        <Title order={2} id="figures-title">
          {t('figures.title')}
        </Title>
        <Headline overview={data} notTaken={notTaken} />
        <StatusCounts
          counts={resultCounts(data.statuses).filter(({ count }) => count > 0)}
          unmarked={data.unmarked}
        />
      </Stack>
    </Paper>
  );
}

function Headline({ overview, notTaken }: { overview: ReportOverview; notTaken: number }) {
  const { t } = useTranslation('today');
  const share = presentShare(countsOfStatuses(overview.statuses));
  return (
    <Group gap="lg">
      {share !== null && (
        <Text fz="xl" fw={650}>
          {t('figures.share', { share: formatPercent(share) })}
        </Text>
      )}
      <Text>{t('figures.taken', { count: overview.registers })}</Text>
      {notTaken > 0 && <Text>{t('figures.notTaken', { count: notTaken })}</Text>}
    </Group>
  );
}
