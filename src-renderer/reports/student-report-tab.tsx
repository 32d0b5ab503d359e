import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { KeptDayRange } from '#renderer/app/parts/kept-day-range.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { HistoryTotals } from '#renderer/people/students/history-totals.tsx';
import type { DayRange } from '#shared/contract/base.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { studentFigures } from '#shared/reports/student-figures.ts';
import { CalendarPanel } from './calendar-panel.tsx';
import { PaperHead, SignatureLine } from './paper.tsx';
import { PrintActions } from './print-actions.tsx';
import { MethodsPanel, MonthsPanel, StreaksPanel, SubjectsPanel } from './student-panels.tsx';

const route = getRouteApi('/students/$studentId');
/** About two terms. */
const USUAL_DAYS = 180;
const DAY_MS = 86_400_000;

function useRange() {
  const { tab, from, to } = route.useSearch();
  const navigate = useNavigate({ from: '/students/$studentId' });
  const now = Date.now();
  const range = { from: from ?? dayOf(now - USUAL_DAYS * DAY_MS), to: to ?? dayOf(now) };
  const change = (days: DayRange) => void navigate({ search: { tab, ...days }, replace: true });
  return { range, change };
}

/** A student's report: day by day, month by month, by subject, and how marks were made. */
export function StudentReportTab({ student }: { student: Student }) {
  const { t } = useTranslation(['reports', 'people']);
  const { range, change } = useRange();
  const query = useQuery(
    api.register.studentHistory.queryOptions({
      input: { studentId: student.id, range },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Stack gap="lg">
      <PaperHead range={range} />
      <Group justify="space-between" data-screen-only>
        <KeptDayRange label={t('days')} range={range} onChange={change} />
        <PrintActions
          title={`${t('reportOf', { what: student.fullName })} ${range.from} ${range.to}`}
        />
      </Group>
      <Loaded query={query}>
        {(history) =>
          history.entries.length === 0 ? (
            <Text size="sm">{t('people:history.none', { name: student.fullName })}</Text>
          ) : (
            <Figures history={history} />
          )
        }
      </Loaded>
      <SignatureLine />
    </Stack>
  );
}

function Figures({ history }: { history: StudentHistory }) {
  const figures = studentFigures(history, dayOf);
  return (
    <>
      <HistoryTotals history={history} />
      <CalendarPanel days={figures.days} />
      <MonthsPanel months={figures.months} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <SubjectsPanel subjects={figures.subjects} />
        <Stack gap="lg">
          <StreaksPanel present={figures.present} absent={figures.absent} />
          <MethodsPanel methods={figures.methods} />
        </Stack>
      </SimpleGrid>
    </>
  );
}
