import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeptDayRange } from '#renderer/app/parts/kept-day-range.tsx';
import type { Report } from './use-report.ts';

const asOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** Class, subject and days of a report. */
export function ReportFilters({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { filter, classes, subjects, change } = report;
  return (
    <Group gap="sm" role="search" data-screen-only>
      <Select
        w={200}
        aria-label={t('class')}
        placeholder={t('allClasses')}
        data={classes.map(asOption)}
        value={filter.classId ?? null}
        onChange={(id) => change({ classId: id ?? undefined })}
        clearable
        searchable
      />
      <Select
        w={200}
        aria-label={t('subject')}
        placeholder={t('allSubjects')}
        data={subjects.map(asOption)}
        value={filter.subjectId ?? null}
        onChange={(id) => change({ subjectId: id ?? undefined })}
        clearable
        searchable
      />
      <KeptDayRange label={t('days')} range={filter.range} onChange={change} />
    </Group>
  );
}
