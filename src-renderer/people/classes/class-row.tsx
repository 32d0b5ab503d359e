import { Badge, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatList, formatNumber } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import type { SchoolClass } from '#shared/contract/people.contract.ts';

interface ClassRowProps {
  schoolClass: SchoolClass;
  onEdit: () => void;
  onArchive: () => void;
}

export function ClassRow({ schoolClass, onEdit, onArchive }: ClassRowProps) {
  const { t } = useTranslation(['people', 'app']);
  const { id, name, studentCount, enrolledCount, lateAfterMinutes, teachers, archivedAt } =
    schoolClass;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <TextLink
            to="/students"
            search={{ classId: id }}
            size="sm"
            fw={550}
            title={t('classes.seeStudents', { name })}
          >
            {name}
          </TextLink>
          {archivedAt !== null && (
            <Badge variant="default" size="sm">
              {t('app:archived')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ta="end">{formatNumber(studentCount)}</Table.Td>
      <Table.Td ta="end">{formatNumber(enrolledCount)}</Table.Td>
      <Table.Td>
        {lateAfterMinutes === null
          ? t('classes.neverLate')
          : t('classes.lateAfter', { count: lateAfterMinutes })}
      </Table.Td>
      <Table.Td c={teachers.length === 0 ? 'dimmed' : undefined}>
        {teachers.length === 0
          ? t('classes.everyTeacher')
          : formatList(teachers.map(({ displayName }) => displayName))}
      </Table.Td>
      <Table.Td>
        <RowActions
          name={name}
          archived={archivedAt !== null}
          onEdit={onEdit}
          onArchive={onArchive}
        />
      </Table.Td>
    </Table.Tr>
  );
}
