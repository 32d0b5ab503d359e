import { Badge, Group, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatShortDay, formatTime } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { methodWords } from '#renderer/register/method-words.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type {
  Status,
  StudentHistory,
  StudentHistoryEntry,
} from '#shared/contract/register.contract.ts';

const COLUMNS = ['date', 'class', 'subject', 'teacher', 'status', 'how'] as const;

/** One row a register, newest first; a row opens its register. */
export function HistoryTable({ history }: { history: StudentHistory }) {
  const { t } = useTranslation('people');
  return (
    <Table highlightOnHover horizontalSpacing="md" verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <Table.Th key={column}>{t(`history.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {history.entries.map((entry) => (
          <HistoryRow
            key={entry.sessionId}
            entry={entry}
            status={history.statuses.find(({ code }) => code === entry.code) ?? null}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HistoryRow({ entry, status }: { entry: StudentHistoryEntry; status: Status | null }) {
  const { t } = useTranslation(['people', 'register']);
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
              {t('history.corrected', { count: entry.correctedTimes })}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td title={entry.reason ?? undefined}>
        {entry.method && t(`register:method.${methodWords(entry.method, entry.reason)}`)}
      </Table.Td>
    </Table.Tr>
  );
}
