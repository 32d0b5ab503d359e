import { Group, NumberInput, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { ColumnsMenu } from '#renderer/app/parts/data-table/columns-menu.tsx';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { useShownColumns } from '#renderer/app/parts/data-table/use-shown-columns.ts';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import type { StudentFigure } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';
import { REPORT_ROW_PX, shareWords } from './figure-table.tsx';
import { ReportPanel } from './report-panel.tsx';

const FIGURES = ['present', 'late', 'absent', 'ignored', 'points'] as const;
const shareOf = (student: StudentFigure) => presentShare(student) ?? 1;

interface StudentsBelowProps {
  students: readonly StudentFigure[];
  /** In percent. */
  threshold: number;
  onThreshold: (percent: number) => void;
}

/** Who was present less often than a threshold; on request everyone. */
export function StudentsBelow({ students, threshold, onThreshold }: StudentsBelowProps) {
  const { t } = useTranslation('reports');
  const [everyone, setEveryone] = useState(false);
  const below = students.filter((student) => shareOf(student) * 100 < threshold);
  const shown = everyone ? students : below;
  return (
    <ReportPanel
      title={t('below.title', { count: below.length, threshold })}
      tools={
        <Group gap="md">
          <Switch
            label={t('below.everyone')}
            checked={everyone}
            onChange={(event) => setEveryone(event.currentTarget.checked)}
          />
          <NumberInput
            aria-label={t('below.threshold')}
            w={96}
            min={1}
            max={100}
            suffix="%"
            clampBehavior="strict"
            allowDecimal={false}
            value={threshold}
            onChange={(value) => typeof value === 'number' && value >= 1 && onThreshold(value)}
          />
        </Group>
      }
    >
      {shown.length > 0 ? (
        <StudentTable students={shown} />
      ) : (
        <Text size="sm">{t('below.none')}</Text>
      )}
    </ReportPanel>
  );
}

const LEAST_FIRST = { column: 'share', descending: false };

function useColumns(): Column<StudentFigure>[] {
  const { t } = useTranslation('reports');
  return useMemo(
    () => [
      {
        name: 'student',
        label: t('below.student'),
        cell: (student) => <StudentLink student={student} />,
        by: ({ fullName }) => fullName,
        head: true,
        fixed: true,
      },
      {
        name: 'number',
        label: t('below.number'),
        cell: ({ studentNumber }) => studentNumber,
        by: ({ studentNumber }) => studentNumber,
      },
      {
        name: 'class',
        label: t('below.class'),
        cell: ({ className }) => className,
        by: ({ className }) => className,
      },
      ...FIGURES.map(
        (figure): Column<StudentFigure> => ({
          name: figure,
          label: t(`counts.${figure}`),
          cell: (student) => formatNumber(student[figure]),
          by: (student) => student[figure],
          figures: true,
        }),
      ),
      {
        name: 'share',
        label: t('counts.share'),
        cell: (student) => <b>{shareWords(student)}</b>,
        by: presentShare,
        figures: true,
        fixed: true,
      },
    ],
    [t],
  );
}

function StudentTable({ students }: { students: readonly StudentFigure[] }) {
  const { t } = useTranslation('reports');
  const all = useColumns();
  const columns = useShownColumns('studentFigures', all);
  const sorted = useSorted(students, all, LEAST_FIRST);
  return (
    <>
      <Group justify="flex-end" data-screen-only>
        <ColumnsMenu columns={columns} />
      </Group>
      <DataTable
        label={t('below.student')}
        columns={columns.shown}
        idOf={({ studentId }) => studentId}
        rowHeight={REPORT_ROW_PX}
        {...sorted}
      />
    </>
  );
}

/** A student's name; opens the student's own report. */
export function StudentLink({ student }: { student: StudentFigure }) {
  return (
    <TextLink
      to="/students/$studentId"
      params={{ studentId: student.studentId }}
      search={{ tab: 'report' }}
      size="sm"
      fw={550}
    >
      {student.fullName}
    </TextLink>
  );
}
