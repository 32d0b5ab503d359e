import { Paper, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay, formatTime } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

/** The registers of the student's class, each a click away from the student's mark. */
export function HistoryTab({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const now = Date.now();
  const range = { from: dayOf(now - DAYS_BACK * DAY_MS), to: dayOf(now) };
  const query = useQuery(
    api.register.list.queryOptions({ input: { classId: student.classId, range } }),
  );
  return (
    <Paper p="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          {t('history.about', { class: student.className, name: student.fullName })}
        </Text>
        <Loaded query={query}>
          {(sessions) =>
            sessions.length === 0 ? (
              <Text size="sm">{t('history.none')}</Text>
            ) : (
              <Sessions sessions={sessions} />
            )
          }
        </Loaded>
      </Stack>
    </Paper>
  );
}

function Sessions({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('people');
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('history.date')}</Table.Th>
          <Table.Th>{t('history.time')}</Table.Th>
          <Table.Th>{t('history.subject')}</Table.Th>
          <Table.Th>{t('history.teacher')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Table.Tr key={session.id}>
            <Table.Td>
              <TextLink
                to="/registers/$sessionId"
                params={{ sessionId: session.id }}
                size="sm"
                fw={550}
              >
                {formatDay(session.startedAt)}
              </TextLink>
            </Table.Td>
            <Table.Td>{formatTime(session.startedAt)}</Table.Td>
            <Table.Td>{session.subjectName}</Table.Td>
            <Table.Td>{session.teacherName}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
