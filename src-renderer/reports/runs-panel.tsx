import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatNumber } from '#renderer/app/format.ts';
import type {
  AbsenceRun,
  StudentFigure,
  StudentsReport,
} from '#shared/contract/reports.contract.ts';
import { ReportPanel } from './report-panel.tsx';
import { StudentLink } from './students-below.tsx';

const COLUMNS = ['from', 'to', 'now'] as const;

/** Who was absent in three registers on end, or more. */
export function RunsPanel({ students, runs }: StudentsReport) {
  const { t } = useTranslation('reports');
  const byId = new Map(students.map((student) => [student.studentId, student]));
  return (
    <ReportPanel title={t('runs.title')} about={t('runs.about')}>
      {runs.length === 0 ? (
        <Text size="sm">{t('runs.none')}</Text>
      ) : (
        <Table verticalSpacing={4} aria-label={t('runs.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('below.student')}</Table.Th>
              <Table.Th>{t('below.class')}</Table.Th>
              <Table.Th ta="end">{t('runs.registers')}</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th key={column}>{t(`runs.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <RunRow
                key={`${run.studentId} ${run.from} ${run.to} ${run.registers}`}
                run={run}
                student={byId.get(run.studentId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </ReportPanel>
  );
}

function RunRow({ run, student }: { run: AbsenceRun; student: StudentFigure | undefined }) {
  const { t } = useTranslation('reports');
  if (!student) return null;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <StudentLink student={student} />
      </Table.Th>
      <Table.Td>{student.className}</Table.Td>
      <Table.Td ta="end" fw={600}>
        {formatNumber(run.registers)}
      </Table.Td>
      <Table.Td>{formatCalendarDay(run.from)}</Table.Td>
      <Table.Td>{formatCalendarDay(run.to)}</Table.Td>
      <Table.Td>
        {run.ongoing ? (
          <Badge color="red" variant="light">
            {t('runs.ongoing')}
          </Badge>
        ) : (
          <Text span size="sm" c="dimmed">
            {t('runs.back')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
