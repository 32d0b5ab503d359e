import { Button, Paper, Stack, Table, VisuallyHidden } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { api } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { ClassDialog } from './class-dialog.tsx';
import { ClassRow } from './class-row.tsx';
import { ListBar } from './list-bar.tsx';
import { useArchive } from './use-archive.ts';

/** The class whose dialog is open; `new` to add one. */
type Editing = SchoolClass | 'new' | null;

export function ClassList() {
  const { t } = useTranslation('people');
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Editing>(null);
  const query = useQuery(
    api.people.classes.list.queryOptions({
      input: { includeArchived: archived },
      placeholderData: keepPreviousData,
    }),
  );
  const add = () => setEditing('new');
  return (
    <Stack>
      <ListBar add={t('classes.add')} onAdd={add} archived={archived} onArchived={setArchived} />
      <Paper p={0}>
        <Loaded query={query}>
          {(classes) =>
            classes.length > 0 ? (
              <ClassTable classes={classes} onEdit={setEditing} />
            ) : (
              <NothingYet
                icon={<IconBooks aria-hidden />}
                title={t('classes.none.title')}
                advice={t('classes.none.advice')}
                action={<Button onClick={add}>{t('classes.add')}</Button>}
              />
            )
          }
        </Loaded>
      </Paper>
      <ClassDialog editing={editing} onClose={() => setEditing(null)} />
    </Stack>
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
