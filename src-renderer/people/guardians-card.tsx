import { ActionIcon, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { Guardian, Student } from '#shared/contract/people.contract.ts';
import { GuardianDialog } from './guardian-dialog.tsx';
import { useRemoveGuardian } from './use-guardians.ts';

/** Whom to reach about a student. */
export function GuardiansCard({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  const query = useQuery(
    api.people.guardians.list.queryOptions({ input: { studentId: student.id } }),
  );
  // Null: none is being edited; 'new': one is being added.
  const [edited, setEdited] = useState<Guardian | 'new' | null>(null);
  return (
    <Paper component="section" aria-labelledby="guardians-title" p="lg">
      <Stack>
        <Group justify="space-between">
          <Title order={2} id="guardians-title">
            {t('guardians.title')}
          </Title>
          {admin && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => setEdited('new')}
            >
              {t('guardians.add')}
            </Button>
          )}
        </Group>
        <Loaded query={query}>
          {(guardians) =>
            guardians.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('guardians.none')}
              </Text>
            ) : (
              <GuardianTable guardians={guardians} onEdit={admin ? setEdited : null} />
            )
          }
        </Loaded>
      </Stack>
      <GuardianDialog
        key={edited === null || edited === 'new' ? edited : edited.id}
        student={student}
        guardian={edited}
        onClose={() => setEdited(null)}
      />
    </Paper>
  );
}

interface GuardianTableProps {
  guardians: readonly Guardian[];
  /** Null where they may only be looked at. */
  onEdit: ((guardian: Guardian) => void) | null;
}

function GuardianTable({ guardians, onEdit }: GuardianTableProps) {
  const { t } = useTranslation('people');
  return (
    <Table verticalSpacing={6}>
      <Table.Tbody>
        {guardians.map((guardian) => (
          <Table.Tr key={guardian.id}>
            <Table.Td>
              <Text size="sm" fw={550}>
                {guardian.name}
              </Text>
            </Table.Td>
            <Table.Td>{t(`guardians.relation.${guardian.relation}`)}</Table.Td>
            <Table.Td data-figures>{guardian.phone ?? ''}</Table.Td>
            <Table.Td maw={240}>
              <Text size="sm" truncate title={guardian.email ?? undefined}>
                {guardian.email ?? ''}
              </Text>
            </Table.Td>
            {onEdit && (
              <Table.Td ta="end">
                <GuardianActions guardian={guardian} onEdit={() => onEdit(guardian)} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function GuardianActions({ guardian, onEdit }: { guardian: Guardian; onEdit: () => void }) {
  const { t } = useTranslation(['people', 'app']);
  const remove = useRemoveGuardian();
  const { name } = guardian;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('app:rowActions.edit', { name })}
        onClick={onEdit}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('guardians.remove', { name })}
        loading={remove.isPending}
        onClick={() => remove.mutate(guardian)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
