import { Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatShortDay, formatTime } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { HistoryMethod, HistoryStatus } from '#renderer/register/history-cells.tsx';
import type { StudentHistory, StudentHistoryEntry } from '#shared/contract/register.contract.ts';

const COLUMNS = ['date', 'class', 'subject', 'teacher', 'status', 'how'] as const;

/** One row a register, newest first; a row opens its register. */
export function HistoryTable({ history }: { history: StudentHistory }) {
  const { t } = useTranslation('people');
  return (
    <Table highlightOnHover horizontalSpacing="md" verticalSpacing={8}>
      <TableHead columns={COLUMNS.map((column) => t(`history.${column}`))} />
      <Table.Tbody>
        {history.entries.map((entry) => (
          <HistoryRow key={entry.sessionId} entry={entry} statuses={history.statuses} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface HistoryRowProps {
  entry: StudentHistoryEntry;
  statuses: StudentHistory['statuses'];
}

function HistoryRow({ entry, statuses }: HistoryRowProps) {
  const navigate = useNavigate();
  const params = { sessionId: entry.sessionId };
  const struck = entry.standing === 'discarded' ? 'line-through' : undefined;
  return (
    <Table.Tr
      style={{ cursor: 'pointer' }}
      onClick={() => navigate({ to: '/registers/$sessionId', params })}
    >
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <TextLink
          to="/registers/$sessionId"
          params={params}
          size="sm"
          fw={550}
          onClick={(event) => event.stopPropagation()}
        >
          {formatShortDay(entry.startedAt)}, {formatTime(entry.startedAt)}
        </TextLink>
      </Table.Td>
      <Table.Td td={struck}>{entry.className}</Table.Td>
      <Table.Td td={struck}>{entry.subjectName}</Table.Td>
      <Table.Td>{entry.teacherName}</Table.Td>
      <Table.Td>
        <HistoryStatus entry={entry} statuses={statuses} />
      </Table.Td>
      <Table.Td title={entry.reason ?? undefined}>
        <HistoryMethod entry={entry} />
      </Table.Td>
    </Table.Tr>
  );
}
