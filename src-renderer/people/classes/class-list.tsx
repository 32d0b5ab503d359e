import { Table, VisuallyHidden } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { ClassDialog } from './class-dialog.tsx';
import { ClassRow } from './class-row.tsx';
import { ManagedList } from './managed-list.tsx';
import { useArchive } from './use-archive.ts';

export function ClassList() {
  const { t } = useTranslation('people');
  const [archived, setArchived] = useState(false);
  const query = useQuery(
    api.people.classes.list.queryOptions({
      input: { includeArchived: archived },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ManagedList
      query={query}
      archived={archived}
      onArchived={setArchived}
      icon={<IconBooks aria-hidden />}
      words={{
        add: t('classes.add'),
        none: t('classes.none.title'),
        advice: t('classes.none.advice'),
      }}
      table={(classes, edit) => <ClassTable classes={classes} onEdit={edit} />}
      dialog={(editing, close) => <ClassDialog editing={editing} onClose={close} />}
    />
  );
}

interface ClassTableProps {
  classes: readonly SchoolClass[];
  onEdit: (schoolClass: SchoolClass) => void;
}

function ClassTable({ classes, onEdit }: ClassTableProps) {
  const { t } = useTranslation(['people', 'app']);
  const archive = useArchive((change) => rollcall.people.classes.update(change));
  return (
    <Table horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('classes.name')}</Table.Th>
          <Table.Th ta="end">{t('classes.students')}</Table.Th>
          <Table.Th ta="end">{t('classes.enrolled')}</Table.Th>
          <Table.Th>{t('classes.late')}</Table.Th>
          <Table.Th>{t('classes.teachers')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('app:actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {classes.map((one) => (
          <ClassRow
            key={one.id}
            schoolClass={one}
            onEdit={() => onEdit(one)}
            onArchive={() => archive.mutate({ id: one.id, archived: one.archivedAt === null })}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
