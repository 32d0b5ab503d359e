import { Badge, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { EnrolmentBadge } from './enrolment-badge.tsx';
import { STUDENT_VALUES } from './sort-students.ts';
import { STUDENT_COLUMNS, type StudentColumn } from './students-search.ts';

type StudentTableColumn = Column<Student> & { name: StudentColumn };

/** Hidden until somebody chooses them. */
export const USUALLY_HIDDEN: readonly StudentColumn[] = ['email'];

/** What can be shown of each student. */
export function useStudentColumns(): StudentTableColumn[] {
  const { t } = useTranslation('people');
  return useMemo(
    () => [
      {
        name: 'studentNumber',
        label: t('students.number'),
        cell: (student) => student.studentNumber,
        by: STUDENT_VALUES.studentNumber,
      },
      {
        name: 'fullName',
        label: t('students.name'),
        cell: (student) => <StudentName student={student} />,
        by: STUDENT_VALUES.fullName,
        grows: true,
        fixed: true,
      },
      {
        name: 'className',
        label: t('students.class'),
        cell: (student) => student.className,
        by: STUDENT_VALUES.className,
      },
      {
        name: 'email',
        label: t('students.email'),
        cell: (student) => student.email ?? '',
        by: STUDENT_VALUES.email,
        grows: true,
      },
      {
        name: 'enrolment',
        label: t('students.enrolment'),
        cell: (student) => <EnrolmentBadge state={student.enrolment} />,
        by: STUDENT_VALUES.enrolment,
      },
    ],
    [t],
  );
}

interface StudentsTableProps {
  /** Sorted already. */
  students: readonly Student[];
  columns: readonly Column<Student>[];
  sort: StudentColumn;
  descending: boolean;
  onSort: (column: StudentColumn, descending: boolean) => void;
}

/** One row a student. */
export function StudentsTable({ students, columns, sort, descending, onSort }: StudentsTableProps) {
  const navigate = useNavigate();
  return (
    <DataTable
      columns={columns}
      rows={students}
      idOf={({ id }) => id}
      sort={{ column: sort, descending }}
      onSort={(name) => {
        const column = STUDENT_COLUMNS.find((one) => one === name);
        if (column) onSort(column, column === sort && !descending);
      }}
      onOpen={({ id }) => void navigate({ to: '/students/$studentId', params: { studentId: id } })}
    />
  );
}

function StudentName({ student }: { student: Student }) {
  const { t } = useTranslation('app');
  return (
    <Group gap="xs" wrap="nowrap">
      <TextLink
        to="/students/$studentId"
        params={{ studentId: student.id }}
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
          {t('archived')}
        </Badge>
      )}
    </Group>
  );
}
