import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconDatabaseExport, IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { BackupStatus } from '#shared/contract/backup.contract.ts';
import { BackupTable } from './backup-table.tsx';
import { RestoreSteps } from './restore-steps.tsx';

/** Where backups go, which there are, and the way back to one. */
export function BackupPanel() {
  const { t } = useTranslation('backup');
  const status = useQuery(api.backup.status.queryOptions());
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('about')}
      </Text>
      <Loaded query={status}>{(found) => <Backups status={found} />}</Loaded>
    </Stack>
  );
}

function Backups({ status }: { status: BackupStatus }) {
  const { t } = useTranslation('backup');
  return (
    <Stack>
      {status.failure && (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('failure.title')}
        >
          {t(`failure.${status.failure}`)}
        </Alert>
      )}
      <div>
        <Text size="sm" c="dimmed">
          {t('folder')}
        </Text>
        <Text style={{ overflowWrap: 'anywhere' }}>{status.folder}</Text>
      </div>
      {status.isBesideRegister && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('beside')}
        </Alert>
      )}
      <BackupButtons />
      <BackupTable backups={status.backups} />
    </Stack>
  );
}

function useRefetch() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: api.backup.key() });
}

function BackupButtons() {
  const { t } = useTranslation('backup');
  const refetch = useRefetch();
  const make = useMutation(
    api.backup.make.mutationOptions({
      onSuccess: ({ name }) => showDone(t('made', { name })),
      onSettled: refetch,
    }),
  );
  const choose = useMutation(api.backup.chooseFolder.mutationOptions({ onSettled: refetch }));
  const navigate = useNavigate();
  const [restoring, { open, close }] = useDisclosure();
  return (
    <Group>
      <Button
        leftSection={<IconDatabaseExport size={18} aria-hidden />}
        loading={make.isPending}
        onClick={() => make.mutate({})}
      >
        {t('make')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolder size={18} aria-hidden />}
        loading={choose.isPending}
        onClick={() => choose.mutate({})}
      >
        {t('chooseFolder')}
      </Button>
      <Button variant="default" onClick={open}>
        {t('restore.open')}
      </Button>
      <Modal opened={restoring} onClose={close} title={t('restore.title')}>
        <RestoreSteps way="restore" onBack={close} onDone={() => void navigate({ to: '/' })} />
      </Modal>
    </Group>
  );
}
