import { Badge, Group, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { SortHeader } from '#renderer/app/parts/sort-header.tsx';
import { useRowWindow } from '#renderer/app/parts/use-row-window.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { EnrolmentBadge } from './enrolment-badge.tsx';
import { STUDENT_COLUMNS, type StudentColumn } from './students-search.ts';

interface StudentsTableProps {
  students: readonly Student[];
  sort: StudentColumn;
  descending: boolean;
  onSort: (column: StudentColumn, descending: boolean) => void;
}

const ROW_PX = 45;
/** The name alone gives way where a row is too narrow. */
const ONE_LINE = { whiteSpace: 'nowrap' } as const;
const LABELS = {
  studentNumber: 'number',
  fullName: 'name',
  className: 'class',
  enrolment: 'enrolment',
} as const;

/** One row a student; only those in sight are drawn once there are more than two hundred. */
export function StudentsTable({ students, sort, descending, onSort }: StudentsTableProps) {
  const { t } = useTranslation('people');
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRowWindow(students.length, ROW_PX, body);
  return (
    <Table
      highlightOnHover
      verticalSpacing={8}
      horizontalSpacing="md"
      aria-rowcount={students.length + 1}
    >
      <Table.Thead>
        <Table.Tr>
          {STUDENT_COLUMNS.map((column) => (
            <SortHeader
              key={column}
              label={t(`students.${LABELS[column]}`)}
              sorted={column === sort ? (descending ? 'descending' : 'ascending') : 'none'}
              onSort={() => onSort(column, column === sort && !descending)}
            />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {rows.before > 0 && <Spacer height={rows.before} />}
        {students.slice(rows.first, rows.last + 1).map((student, index) => (
          <StudentRow key={student.id} student={student} rowIndex={rows.first + index + 2} />
        ))}
        {rows.after > 0 && <Spacer height={rows.after} />}
      </Table.Tbody>
    </Table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={STUDENT_COLUMNS.length} style={{ height, padding: 0 }} />
    </tr>
  );
}

function StudentRow({ student, rowIndex }: { student: Student; rowIndex: number }) {
  const { t } = useTranslation(['people', 'app']);
  const navigate = useNavigate();
  const params = { studentId: student.id };
  return (
    <Table.Tr
      h={ROW_PX}
      aria-rowindex={rowIndex}
      style={{ cursor: 'pointer' }}
      onClick={() => navigate({ to: '/students/$studentId', params })}
    >
      <Table.Td style={ONE_LINE}>{student.studentNumber}</Table.Td>
      <Table.Td maw={0} w="100%">
        <Group gap="xs" wrap="nowrap">
          <TextLink
            to="/students/$studentId"
            params={params}
            size="sm"
            fw={550}
            truncate
            title={student.fullName}
            onClick={(event) => event.stopPropagation()}
          >
            {student.fullName}
          </TextLink>
          {student.archivedAt !== null && (
            <Badge variant="default" size="sm" flex="none">
              {t('app:archived')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td style={ONE_LINE}>{student.className}</Table.Td>
      <Table.Td style={ONE_LINE}>
        <EnrolmentBadge state={student.enrolment} />
      </Table.Td>
    </Table.Tr>
  );
}
