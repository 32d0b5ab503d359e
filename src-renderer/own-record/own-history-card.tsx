import { Badge, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShortDay, formatTime } from '#renderer/app/format.ts';
import { methodWords } from '#renderer/register/method-words.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type {
  Status,
  StudentHistory,
  StudentHistoryEntry,
} from '#shared/contract/register.contract.ts';
import { Card } from './card.tsx';

const COLUMNS = ['when', 'subject', 'teacher', 'status', 'how'] as const;

/** One row a register, newest first. */
export function OwnHistoryCard({ history }: { history: StudentHistory }) {
  const { t } = useTranslation('ownRecord');
  return (
    <Card title={t('history.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`history.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.entries.map((entry) => (
            <OwnHistoryRow
              key={entry.sessionId}
              entry={entry}
              status={history.statuses.find(({ code }) => code === entry.code) ?? null}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function OwnHistoryRow({ entry, status }: { entry: StudentHistoryEntry; status: Status | null }) {
  const { t } = useTranslation(['ownRecord', 'register']);
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {formatShortDay(entry.startedAt)}, {formatTime(entry.startedAt)}
      </Table.Td>
      <Table.Td>{entry.subjectName}</Table.Td>
      <Table.Td>{entry.teacherName}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {entry.standing === 'counts' ? (
            <StatusBadge status={status} size="sm" withLabel />
          ) : (
            <Badge variant="default" size="sm">
              {t(`history.standing.${entry.standing}`)}
            </Badge>
          )}
          {entry.standing === 'counts' && entry.correctedTimes > 0 && (
            <Badge variant="default" size="sm">
              {t('history.corrected')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        {entry.method && t(`register:method.${methodWords(entry.method, entry.reason)}`)}
      </Table.Td>
    </Table.Tr>
  );
}
