import { Select } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';

interface StudentSelectProps {
  classId: string | null;
  value?: string | null;
  disabled: boolean;
  onChange: (studentId: string | null) => void;
}

/** More would make the list slow to open; typing narrows it. */
const SHOWN_AT_ONCE = 50;

/** One student of a class, archived ones too, or all of them. */
export function StudentSelect({ classId, disabled, ...props }: StudentSelectProps) {
  const { t } = useTranslation('exports');
  const input = classId === null ? skipToken : { classId, includeArchived: true };
  const students = useQuery(api.people.students.list.queryOptions({ input }));
  return (
    <Select
      label={t('student')}
      placeholder={t('allStudents')}
      data={(students.data ?? []).map(({ id, fullName, studentNumber }) => ({
        value: id,
        label: `${fullName} · ${studentNumber}`,
      }))}
      limit={SHOWN_AT_ONCE}
      clearable
      searchable
      disabled={disabled || classId === null}
      {...props}
    />
  );
}
