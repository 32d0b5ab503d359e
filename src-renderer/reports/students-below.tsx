import { Group, NumberInput, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import type { StudentFigure } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';
import { shareWords } from './figure-table.tsx';
import { ReportPanel } from './report-panel.tsx';

const COUNTS = ['present', 'late', 'absent', 'ignored'] as const;
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
  const shown = (everyone ? [...students] : below).sort((a, b) => shareOf(a) - shareOf(b));
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

function StudentTable({ students }: { students: readonly StudentFigure[] }) {
  const { t } = useTranslation('reports');
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('below.student')}</Table.Th>
          <Table.Th>{t('below.number')}</Table.Th>
          <Table.Th>{t('below.class')}</Table.Th>
          {[...COUNTS, 'points' as const, 'share' as const].map((count) => (
            <Table.Th key={count} ta="end">
              {t(`counts.${count}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {students.map((student) => (
          <Table.Tr key={student.studentId}>
            <Table.Th scope="row">
              <StudentLink student={student} />
            </Table.Th>
            <Table.Td>{student.studentNumber}</Table.Td>
            <Table.Td>{student.className}</Table.Td>
            {COUNTS.map((count) => (
              <Table.Td key={count} ta="end">
                {formatNumber(student[count])}
              </Table.Td>
            ))}
            <Table.Td ta="end">{formatNumber(student.points)}</Table.Td>
            <Table.Td ta="end" fw={600}>
              {shareWords(student)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
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
