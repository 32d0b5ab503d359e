import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { FACE_FILTERS, type StudentsSearch } from './students-search.ts';

interface StudentsFilterProps {
  view: StudentsSearch;
  classes: readonly SchoolClass[];
  onChange: (changes: Partial<StudentsSearch>) => void;
}

export function StudentsFilter({ view, classes, onChange }: StudentsFilterProps) {
  const { t } = useTranslation('people');
  return (
    <Group gap="sm" role="search" flex={1}>
      <TextInput
        flex="1 1 180px"
        maw={320}
        aria-label={t('students.search')}
        placeholder={t('students.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={view.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <Select
        w={180}
        aria-label={t('students.class')}
        placeholder={t('students.allClasses')}
        data={classes.map((one) => ({ value: one.id, label: one.name }))}
        value={view.classId ?? null}
        onChange={(classId) => onChange({ classId: classId ?? undefined })}
        clearable
        searchable
      />
      <Select
        w={160}
        aria-label={t('students.faces')}
        placeholder={t('students.allFaces')}
        data={FACE_FILTERS.map((value) => ({ value, label: t(`students.faceFilters.${value}`) }))}
        value={view.faces ?? null}
        onChange={(value) => onChange({ faces: FACE_FILTERS.find((one) => one === value) })}
        clearable
      />
      <Checkbox
        style={{ whiteSpace: 'nowrap' }}
        label={t('students.showArchived')}
        checked={view.archived}
        onChange={(event) => onChange({ archived: event.currentTarget.checked })}
      />
    </Group>
  );
}
