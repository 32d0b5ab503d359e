import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMonth, formatNumber, formatPercent } from '#renderer/app/format.ts';
import { methodWords } from '#renderer/register/method-words.ts';
import { presentShare } from '#shared/register/percentages.ts';
import type { Streaks, StudentFigures } from '#shared/reports/student-figures.ts';
import { FigureTable } from './figure-table.tsx';
import { PicturePanel, ReportPanel } from './report-panel.tsx';
import { ShareChart } from './share-chart.tsx';

/** The share present, month by month. */
export function MonthsPanel({ months }: Pick<StudentFigures, 'months'>) {
  const { t } = useTranslation('reports');
  const points = months.map(({ key, ...tally }) => ({
    when: formatMonth(key),
    share: presentShare(tally),
  }));
  const shares = points.flatMap(({ share }) => share ?? []);
  const label = t('student.monthsLabel', {
    low: formatPercent(Math.min(1, ...shares)),
    high: formatPercent(Math.max(0, ...shares)),
  });
  return (
    <PicturePanel
      title={t('student.months')}
      chart={<ShareChart points={points} label={label} />}
      table={
        <FigureTable
          caption={t('student.months')}
          head={t('student.month')}
          rows={months.map((month) => ({ ...month, name: formatMonth(month.key) }))}
        />
      }
    />
  );
}

export function SubjectsPanel({ subjects }: Pick<StudentFigures, 'subjects'>) {
  const { t } = useTranslation('reports');
  return (
    <ReportPanel title={t('student.subjects')}>
      <FigureTable
        caption={t('student.subjects')}
        head={t('student.subject')}
        rows={subjects.map((subject) => ({ ...subject, name: subject.key }))}
      />
    </ReportPanel>
  );
}

/** How long the student was there, or away, without a break. */
export function StreaksPanel({ present, absent }: Pick<StudentFigures, 'present' | 'absent'>) {
  const { t } = useTranslation('reports');
  const rows = [
    ['presentNow', present.current],
    ['presentLongest', present.longest],
    ['absentNow', absent.current],
    ['absentLongest', absent.longest],
  ] as const satisfies readonly (readonly [string, Streaks['current']])[];
  return (
    <ReportPanel title={t('student.streaks')}>
      <Table aria-label={t('student.streaks')} verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([key, registers]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{t(`student.${key}`)}</Table.Th>
              <Table.Td ta="end">{t('student.times', { count: registers })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ReportPanel>
  );
}

/** By face, by hand, by the rule at closing: how the marks in force came about. */
export function MethodsPanel({ methods }: Pick<StudentFigures, 'methods'>) {
  const { t } = useTranslation(['reports', 'register']);
  return (
    <ReportPanel title={t('student.methods')}>
      <Table aria-label={t('student.methods')} verticalSpacing={4}>
        <Table.Tbody>
          {methods.map(({ method, hasReason, marks }) => {
            const words = t(`register:method.${methodWords(method, hasReason ? '' : null)}`);
            return (
              <Table.Tr key={words}>
                <Table.Th scope="row">{words}</Table.Th>
                <Table.Td ta="end">{formatNumber(marks)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ReportPanel>
  );
}
