import { Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { PresentCount } from '#renderer/register/present-count.tsx';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

/** The registers closed today. */
export function TakenToday({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('today');
  return (
    <Paper component="section" aria-labelledby="taken-title" p="lg">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id="taken-title">
            {t('taken.title')}
          </Title>
          <TextLink to="/registers" size="sm">
            {t('taken.all')}
          </TextLink>
        </Group>
        {sessions.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('taken.none')}
          </Text>
        ) : (
          <TakenTable sessions={sessions} />
        )}
      </Stack>
    </Paper>
  );
}

function TakenTable({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('today');
  const someUnmarked = sessions.some(({ counts }) => counts.unmarked > 0);
  return (
    <Table aria-labelledby="taken-title">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('taken.time')}</Table.Th>
          <Table.Th>{t('taken.class')}</Table.Th>
          <Table.Th>{t('taken.subject')}</Table.Th>
          <Table.Th ta="end">{t('taken.seen')}</Table.Th>
          <Table.Th ta="end">{t('taken.away')}</Table.Th>
          {someUnmarked && <Table.Th ta="end">{t('taken.unmarked')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Table.Tr key={session.id}>
            <Table.Td>{formatTime(session.startedAt)}</Table.Td>
            <Table.Td>
              <TextLink
                to="/registers/$sessionId"
                params={{ sessionId: session.id }}
                size="sm"
                fw={550}
              >
                {session.className}
              </TextLink>
            </Table.Td>
            <Table.Td>{session.subjectName}</Table.Td>
            <Table.Td ta="end">
              <PresentCount counts={session.counts} />
            </Table.Td>
            <Table.Td ta="end">{formatNumber(session.counts.absent)}</Table.Td>
            {someUnmarked && <Table.Td ta="end">{formatNumber(session.counts.unmarked)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
