import {
  ActionIcon,
  Button,
  Group,
  Paper,
  Stack,
  Table,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import type { Editing } from '#renderer/app/parts/edit-modal.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { NamedDays } from '#shared/contract/timetable.contract.ts';
import { NamedDaysDialog } from './named-days-dialog.tsx';
import { type DaysKind, useNamedDays } from './use-named-days.ts';

interface NamedDaysPanelProps {
  kind: DaysKind;
  days: readonly NamedDays[];
}

/** The terms, or the holidays, by day. */
export function NamedDaysPanel({ kind, days }: NamedDaysPanelProps) {
  const { t } = useTranslation('timetable');
  const admin = useIsAdmin();
  const [editing, setEditing] = useState<Editing<NamedDays>>(null);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Stack gap={2}>
          <Title order={2}>{t(`${kind}.title`)}</Title>
          <Text size="sm" c="dimmed">
            {t(`${kind}.about`)}
          </Text>
        </Stack>
        {admin && (
          <Button
            variant={days.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t(`${kind}.add`)}
          </Button>
        )}
      </Group>
      <Paper p={0}>
        {days.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t(`${kind}.none`)}
          </Text>
        ) : (
          <DaysTable kind={kind} days={days} onEdit={admin ? setEditing : null} />
        )}
      </Paper>
      {editing && (
        <NamedDaysDialog
          kind={kind}
          days={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  );
}

interface DaysTableProps extends NamedDaysPanelProps {
  /** Null for those who may not. */
  onEdit: ((days: NamedDays) => void) | null;
}

function DaysTable({ kind, days, onEdit }: DaysTableProps) {
  const { t } = useTranslation('timetable');
  return (
    <Table horizontalSpacing="md" aria-label={t(`${kind}.title`)}>
      <TableHead
        columns={[t('days.name'), t('days.from'), t('days.to')]}
        actions={onEdit !== null}
      />
      <Table.Tbody>
        {days.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td fw={550}>{one.name}</Table.Td>
            <Table.Td>{formatCalendarDay(one.from)}</Table.Td>
            <Table.Td>{formatCalendarDay(one.to)}</Table.Td>
            {onEdit && (
              <Table.Td>
                <DaysActions kind={kind} days={one} onEdit={() => onEdit(one)} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface DaysActionsProps {
  kind: DaysKind;
  days: NamedDays;
  onEdit: () => void;
}

function DaysActions({ kind, days, onEdit }: DaysActionsProps) {
  const { t } = useTranslation(['timetable', 'app']);
  const { remove } = useNamedDays(kind);
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Tooltip label={t('app:edit')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('app:rowActions.edit', { name: days.name })}
          onClick={onEdit}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('days.remove')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('days.removeNamed', { name: days.name })}
          onClick={() => remove.mutate(days)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
