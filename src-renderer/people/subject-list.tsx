import { Badge, Button, Group, Paper, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { api } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { Subject } from '#shared/contract/people.contract.ts';
import { ListBar } from './list-bar.tsx';
import { SubjectDialog } from './subject-dialog.tsx';
import { useArchive } from './use-archive.ts';

/** The subject whose dialog is open; `new` to add one. */
type Editing = Subject | 'new' | null;

export function SubjectList() {
  const { t } = useTranslation('people');
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Editing>(null);
  const query = useQuery(
    api.people.subjects.list.queryOptions({
      input: { includeArchived: archived },
      placeholderData: keepPreviousData,
    }),
  );
  const add = () => setEditing('new');
  return (
    <Stack>
      <ListBar
        add={t('classes.addSubject')}
        onAdd={add}
        archived={archived}
        onArchived={setArchived}
      />
      <Paper p={0}>
        <Loaded query={query}>
          {(subjects) =>
            subjects.length > 0 ? (
              <SubjectTable subjects={subjects} onEdit={setEditing} />
            ) : (
              <NothingYet
                icon={<IconBook2 aria-hidden />}
                title={t('classes.noSubjects.title')}
                advice={t('classes.noSubjects.advice')}
                action={<Button onClick={add}>{t('classes.addSubject')}</Button>}
              />
            )
          }
        </Loaded>
      </Paper>
      <SubjectDialog editing={editing} onClose={() => setEditing(null)} />
    </Stack>
  );
}

interface SubjectTableProps {
  subjects: readonly Subject[];
  onEdit: (subject: Subject) => void;
}

function SubjectTable({ subjects, onEdit }: SubjectTableProps) {
  const { t } = useTranslation(['people', 'app']);
  const archive = useArchive((change) => rollcall.people.subjects.update(change));
  return (
    <Table horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('classes.name')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('app:actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {subjects.map((subject) => (
          <Table.Tr key={subject.id}>
            <Table.Td>
              <Group gap="xs">
                <Text size="sm" fw={550}>
                  {subject.name}
                </Text>
                {subject.archivedAt !== null && (
                  <Badge variant="default" size="sm">
                    {t('app:archived')}
                  </Badge>
                )}
              </Group>
            </Table.Td>
            <Table.Td>
              <RowActions
                name={subject.name}
                archived={subject.archivedAt !== null}
                onEdit={() => onEdit(subject)}
                onArchive={() =>
                  archive.mutate({ id: subject.id, archived: subject.archivedAt === null })
                }
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
