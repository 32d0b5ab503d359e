import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';

interface SubjectSelectProps {
  value?: string | null;
  disabled: boolean;
  onChange: (subjectId: string | null) => void;
}

/** One subject, or all of them. */
export function SubjectSelect(props: SubjectSelectProps) {
  const { t } = useTranslation('exports');
  const subjects = useQuery(api.people.subjects.list.queryOptions({ input: {} }));
  return (
    <Select
      label={t('subject')}
      placeholder={t('allSubjects')}
      data={(subjects.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
      clearable
      searchable
      {...props}
    />
  );
}
