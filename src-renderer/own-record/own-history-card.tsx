import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShortDay, formatTime } from '#renderer/app/format.ts';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { HistoryMethod, HistoryStatus } from '#renderer/register/history-cells.tsx';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { Card } from './card.tsx';

const COLUMNS = ['when', 'subject', 'teacher', 'status', 'how'] as const;

/** One row a register, newest first. */
export function OwnHistoryCard({ history: { entries, statuses } }: { history: StudentHistory }) {
  const { t } = useTranslation('ownRecord');
  return (
    <Card title={t('history.title')}>
      <Table>
        <TableHead columns={COLUMNS.map((column) => t(`history.${column}`))} />
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.sessionId}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {formatShortDay(entry.startedAt)}, {formatTime(entry.startedAt)}
              </Table.Td>
              <Table.Td>{entry.subjectName}</Table.Td>
              <Table.Td>{entry.teacherName}</Table.Td>
              <Table.Td>
                <HistoryStatus entry={entry} statuses={statuses} />
              </Table.Td>
              <Table.Td>
                <HistoryMethod entry={entry} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
