import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { IconChartBar, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatPercent } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import type { ReportOverview } from '#shared/contract/reports.contract.ts';
import { countsOfStatuses, presentShare } from '#shared/register/percentages.ts';
import { HoursPanel } from './hours-panel.tsx';
import { PaperHead, SignatureLine } from './paper.tsx';
import { PrintActions } from './print-actions.tsx';
import { ReportFilters } from './report-filters.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { StatusesPanel } from './statuses-panel.tsx';
import { StudentsBelow } from './students-below.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { type Report, useReport } from './use-report.ts';

function useWhat({ filter, classes, subjects }: Report): string {
  const { t } = useTranslation('reports');
  const schoolClass = classes.find(({ id }) => id === filter.classId)?.name ?? t('allClasses');
  const subject = subjects.find(({ id }) => id === filter.subjectId)?.name;
  return subject === undefined ? schoolClass : `${schoolClass}, ${subject}`;
}

/** How a class or a subject stands: trend, hours, statuses, and who is missing too often. */
export function ReportsScreen() {
  const { t } = useTranslation('reports');
  const report = useReport();
  const { range } = report.filter;
  const what = useWhat(report);
  const days = `${formatCalendarDay(range.from)} – ${formatCalendarDay(range.to)}`;
  return (
    <Page
      title={t('title')}
      about={`${what} · ${days}`}
      maxWidth={1280}
      actions={
        <Group gap="xs">
          <LinkButton
            to="/reports/on-site"
            variant="default"
            leftSection={<IconMapPin size={18} aria-hidden />}
          >
            {t('onSiteNow')}
          </LinkButton>
          <PrintActions title={`${t('reportOf', { what })} ${range.from} ${range.to}`} />
        </Group>
      }
    >
      <PaperHead range={range} />
      <ReportFilters report={report} />
      <Loaded query={report.overview}>
        {(overview) =>
          overview.registers === 0 ? (
            <NoRegisters />
          ) : (
            <>
              <Headline overview={overview} />
              <TrendPanel weeks={overview.weeks} />
              <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
                <HoursPanel slots={overview.slots} />
                <StatusesPanel statuses={overview.statuses} />
              </SimpleGrid>
              <Students report={report} />
            </>
          )
        }
      </Loaded>
      <SignatureLine />
    </Page>
  );
}

function Headline({ overview }: { overview: ReportOverview }) {
  const { t } = useTranslation('reports');
  const share = presentShare(countsOfStatuses(overview.statuses));
  const { registers, unmarked } = overview;
  return (
    <Group gap="lg">
      <Text size="xl" fw={650}>
        {share === null ? t('shareNone') : t('share', { share: formatPercent(share) })}
      </Text>
      <Text>{t('registers', { count: registers })}</Text>
      {unmarked > 0 && <Text>{t('unmarked', { count: unmarked })}</Text>}
    </Group>
  );
}

function Students({ report }: { report: Report }) {
  return (
    <Loaded query={report.students}>
      {({ students, runs }) => (
        <>
          <StudentsBelow
            students={students}
            threshold={report.filter.under}
            onThreshold={(under) => report.change({ under })}
          />
          <RunsPanel students={students} runs={runs} />
        </>
      )}
    </Loaded>
  );
}

function NoRegisters() {
  const { t } = useTranslation('reports');
  return (
    <Paper>
      <NothingYet
        icon={<IconChartBar aria-hidden />}
        title={t('none.title')}
        advice={t('none.advice')}
        action={
          <LinkButton to="/" variant="default">
            {t('none.action')}
          </LinkButton>
        }
      />
    </Paper>
  );
}
