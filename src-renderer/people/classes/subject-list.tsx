import { Badge, Group, Table, Text } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { api } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import type { Subject } from '#shared/contract/people.contract.ts';
import { ManagedList } from './managed-list.tsx';
import { SubjectDialog } from './subject-dialog.tsx';
import { useArchive } from './use-archive.ts';

export function SubjectList() {
  const { t } = useTranslation('people');
  const [archived, setArchived] = useState(false);
  const query = useQuery(
    api.people.subjects.list.queryOptions({
      input: { includeArchived: archived },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <ManagedList
      query={query}
      archived={archived}
      onArchived={setArchived}
      icon={<IconBook2 aria-hidden />}
      words={{
        add: t('classes.addSubject'),
        none: t('classes.noSubjects.title'),
        advice: t('classes.noSubjects.advice'),
      }}
      table={(subjects, edit) => <SubjectTable subjects={subjects} onEdit={edit} />}
      dialog={(editing, close) => <SubjectDialog editing={editing} onClose={close} />}
    />
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
      <TableHead columns={[t('classes.name')]} actions />
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
