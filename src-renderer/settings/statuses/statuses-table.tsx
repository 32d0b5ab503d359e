import { ActionIcon, Badge, Group, Kbd, Table, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';
import { useArchiveStatus, useDeleteStatus, useMoveStatus } from './use-statuses.ts';

interface StatusesTableProps {
  statuses: readonly ManagedStatus[];
  onEdit: (status: ManagedStatus) => void;
}

const COLUMNS = ['code', 'meaning', 'points', 'key'] as const;

/** The school's statuses in its order. */
export function StatusesTable({ statuses, onEdit }: StatusesTableProps) {
  const { t } = useTranslation('statuses');
  const inUse = statuses.filter(({ archivedAt }) => archivedAt === null);
  return (
    <Table>
      <TableHead columns={COLUMNS.map((column) => t(column))} actions />
      <Table.Tbody>
        {statuses.map((status) => (
          <StatusRow
            key={status.code}
            status={status}
            first={status === inUse[0]}
            last={status === inUse.at(-1)}
            onEdit={() => onEdit(status)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface StatusRowProps {
  status: ManagedStatus;
  first: boolean;
  last: boolean;
  onEdit: () => void;
}

function StatusRow({ status, first, last, onEdit }: StatusRowProps) {
  const { t } = useTranslation(['statuses', 'app']);
  const archive = useArchiveStatus();
  const archived = status.archivedAt !== null;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <StatusBadge status={status} withLabel />
          {archived && (
            <Badge size="sm" variant="default">
              {t('app:archived')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{t(`meanings.${status.meaning}`)}</Table.Td>
      <Table.Td>{formatNumber(status.points)}</Table.Td>
      <Table.Td>
        {status.shortcut ? (
          <Kbd>{status.shortcut.toUpperCase()}</Kbd>
        ) : (
          <Text size="sm" c="dimmed">
            {t('noKey')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {!archived && <MoveButtons status={status} first={first} last={last} />}
          {!status.used && status.roles.length === 0 && <DeleteButton status={status} />}
          <RowActions
            name={status.label}
            archived={archived}
            onEdit={onEdit}
            onArchive={() => archive.mutate({ status, archived: !archived })}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function MoveButtons({ status, first, last }: Omit<StatusRowProps, 'onEdit'>) {
  const { t } = useTranslation('statuses');
  const move = useMoveStatus();
  const { code, label: name } = status;
  return (
    <>
      <SmallButton
        label={t('up', { name })}
        disabled={first}
        onClick={() => move.mutate({ code, by: -1 })}
      >
        <IconArrowUp size={18} aria-hidden />
      </SmallButton>
      <SmallButton
        label={t('down', { name })}
        disabled={last}
        onClick={() => move.mutate({ code, by: 1 })}
      >
        <IconArrowDown size={18} aria-hidden />
      </SmallButton>
    </>
  );
}

function DeleteButton({ status }: { status: ManagedStatus }) {
  const { t } = useTranslation('statuses');
  const remove = useDeleteStatus();
  return (
    <Tooltip label={t('deleteHint')}>
      <SmallButton
        label={t('delete', { name: status.label })}
        onClick={() => remove.mutate(status)}
      >
        <IconTrash size={18} aria-hidden />
      </SmallButton>
    </Tooltip>
  );
}

interface SmallButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function SmallButton({ label, children, ...button }: SmallButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} {...button}>
      {children}
    </ActionIcon>
  );
}
