import { Button, Checkbox, Divider, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from '#renderer/app/parts/edit-modal.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';
import { RoleChoices } from './role-choices.tsx';
import { StatusDialog } from './status-dialog.tsx';
import { StatusesTable } from './statuses-table.tsx';
import { useStatuses } from './use-statuses.ts';

/** What a mark can say at this school. */
export function StatusesPanel() {
  const { t } = useTranslation('statuses');
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Editing<ManagedStatus>>(null);
  const query = useStatuses();
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('about')}
      </Text>
      <Group justify="space-between">
        <Checkbox
          label={t('showArchived')}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      </Group>
      <Loaded query={query}>
        {(statuses) => (
          <>
            <StatusesTable
              statuses={statuses.filter((one) => archived || one.archivedAt === null)}
              onEdit={setEditing}
            />
            <Divider />
            <RoleChoices statuses={statuses} />
          </>
        )}
      </Loaded>
      <StatusDialog editing={editing} onClose={() => setEditing(null)} />
    </Stack>
  );
}
