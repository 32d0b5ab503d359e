import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import type { Editing } from '#renderer/app/parts/edit-modal.tsx';
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
  const [edited, setEdited] = useState<Editing<Guardian>>(null);
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
        editing={edited}
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

const AS_ADDED = { column: '', descending: false };

function useColumns(onEdit: GuardianTableProps['onEdit']): Column<Guardian>[] {
  const { t } = useTranslation('people');
  return useMemo(() => {
    const columns: Column<Guardian>[] = [
      {
        name: 'name',
        label: t('guardians.column.name'),
        cell: ({ name }) => name,
        by: ({ name }) => name,
        head: true,
      },
      {
        name: 'relation',
        label: t('guardians.column.relation'),
        cell: ({ relation }) => t(`guardians.relation.${relation}`),
        by: ({ relation }) => t(`guardians.relation.${relation}`),
      },
      {
        name: 'phone',
        label: t('guardians.column.phone'),
        cell: ({ phone }) => phone ?? '',
        by: ({ phone }) => phone,
      },
      {
        name: 'email',
        label: t('guardians.column.email'),
        cell: ({ email }) => <span title={email ?? undefined}>{email ?? ''}</span>,
        by: ({ email }) => email,
        grows: true,
      },
    ];
    if (!onEdit) return columns;
    const actions: Column<Guardian> = {
      name: 'actions',
      label: t('guardians.column.actions'),
      cell: (guardian) => <GuardianActions guardian={guardian} onEdit={() => onEdit(guardian)} />,
    };
    return [...columns, actions];
  }, [t, onEdit]);
}

function GuardianTable({ guardians, onEdit }: GuardianTableProps) {
  const columns = useColumns(onEdit);
  const sorted = useSorted(guardians, columns, AS_ADDED);
  return <DataTable columns={columns} idOf={({ id }) => id} {...sorted} />;
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
