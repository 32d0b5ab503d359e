import { Badge, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatNumber } from '#renderer/app/format.ts';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import type {
  AbsenceRun,
  StudentFigure,
  StudentsReport,
} from '#shared/contract/reports.contract.ts';
import { REPORT_ROW_PX } from './figure-table.tsx';
import { ReportPanel } from './report-panel.tsx';
import { StudentLink } from './students-below.tsx';

type RunRow = AbsenceRun & { student: StudentFigure };

/** As main lists them. */
const AS_GIVEN = { column: '', descending: false };

function useColumns(): Column<RunRow>[] {
  const { t } = useTranslation('reports');
  return useMemo(
    () => [
      {
        name: 'student',
        label: t('below.student'),
        cell: ({ student }) => <StudentLink student={student} />,
        by: ({ student }) => student.fullName,
        head: true,
      },
      {
        name: 'class',
        label: t('below.class'),
        cell: ({ student }) => student.className,
        by: ({ student }) => student.className,
      },
      {
        name: 'registers',
        label: t('runs.registers'),
        cell: ({ registers }) => <b>{formatNumber(registers)}</b>,
        by: ({ registers }) => registers,
        figures: true,
      },
      {
        name: 'from',
        label: t('runs.from'),
        cell: ({ from }) => formatCalendarDay(from),
        by: ({ from }) => Date.parse(from),
      },
      {
        name: 'to',
        label: t('runs.to'),
        cell: ({ to }) => formatCalendarDay(to),
        by: ({ to }) => Date.parse(to),
      },
      {
        name: 'now',
        label: t('runs.now'),
        cell: ({ ongoing }) => <Now ongoing={ongoing} />,
        by: ({ ongoing }) => Number(ongoing),
      },
    ],
    [t],
  );
}

/** Who was absent in three registers on end, or more. */
export function RunsPanel({ students, runs }: StudentsReport) {
  const { t } = useTranslation('reports');
  const columns = useColumns();
  const rows = useMemo(() => {
    const byId = new Map(students.map((student) => [student.studentId, student]));
    return runs.flatMap((run) => {
      const student = byId.get(run.studentId);
      return student ? [{ ...run, student }] : [];
    });
  }, [students, runs]);
  const sorted = useSorted(rows, columns, AS_GIVEN);
  return (
    <ReportPanel title={t('runs.title')} about={t('runs.about')}>
      {rows.length === 0 ? (
        <Text size="sm">{t('runs.none')}</Text>
      ) : (
        <DataTable
          label={t('runs.title')}
          columns={columns}
          idOf={({ studentId, from, to, registers }) => `${studentId} ${from} ${to} ${registers}`}
          rowHeight={REPORT_ROW_PX}
          {...sorted}
        />
      )}
    </ReportPanel>
  );
}

function Now({ ongoing }: { ongoing: boolean }) {
  const { t } = useTranslation('reports');
  return ongoing ? (
    <Badge color="red" variant="light">
      {t('runs.ongoing')}
    </Badge>
  ) : (
    <Text span size="sm" c="dimmed">
      {t('runs.back')}
    </Text>
  );
}
