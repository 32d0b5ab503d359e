import { Divider, Drawer, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { CellHistory } from './cell-history.tsx';
import { ChangeRefused } from './change-refused.tsx';
import { ChangeStatus } from './change-status.tsx';

interface CellDrawerProps {
  session: SessionDetail;
  /** The student whose cell is open; null while closed. */
  entry: RosterEntry | null;
  onClose: () => void;
}

/** What happened to one student's mark, and the way to change it. */
export function CellDrawer({ session, entry, onClose }: CellDrawerProps) {
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      position="right"
      title={entry?.fullName}
      size="md"
    >
      {entry && <Cell key={entry.studentId} session={session} entry={entry} />}
    </Drawer>
  );
}

function Cell({ session, entry }: { session: SessionDetail; entry: RosterEntry }) {
  const { t } = useTranslation('history');
  const history = useQuery(
    api.register.history.queryOptions({
      input: { sessionId: session.id, studentId: entry.studentId },
    }),
  );
  return (
    <Stack>
      {session.change.kind === 'allowed' ? (
        <ChangeStatus session={session} entry={entry} />
      ) : (
        <ChangeRefused change={session.change} />
      )}
      <Divider />
      <Title order={3}>{t('cell.history')}</Title>
      <Loaded query={history}>
        {(events) => <CellHistory events={events} statuses={session.statuses} />}
      </Loaded>
    </Stack>
  );
}
