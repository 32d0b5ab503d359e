import { Badge, Group, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShortDay, formatTime } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { PresentCount } from '#renderer/register/present-count.tsx';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

const COUNTS = ['present', 'absent', 'ignored', 'unmarked', 'corrected'] as const;
/** These have a column only while there are any. */
const RARE = new Set<Count>(['unmarked', 'corrected']);
type Count = (typeof COUNTS)[number];

function countsShown(sessions: readonly SessionSummary[]): Count[] {
  return COUNTS.filter(
    (count) => !RARE.has(count) || sessions.some(({ counts }) => counts[count] > 0),
  );
}

/** One row a register, newest first. */
export function RegistersTable({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('history');
  const shown = countsShown(sessions);
  const newestFirst = [...sessions].sort((one, other) => other.startedAt - one.startedAt);
  return (
    <Table highlightOnHover horizontalSpacing="md" verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('list.when')}</Table.Th>
          <Table.Th>{t('list.class')}</Table.Th>
          <Table.Th>{t('list.subject')}</Table.Th>
          <Table.Th>{t('list.teacher')}</Table.Th>
          {shown.map((count) => (
            <Table.Th key={count} ta="end">
              {t(`list.${count}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {newestFirst.map((session) => (
          <RegisterRow key={session.id} session={session} shown={shown} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RegisterRowProps {
  session: SessionSummary;
  shown: readonly Count[];
}

function RegisterRow({ session, shown }: RegisterRowProps) {
  const { t } = useTranslation('history');
  const navigate = useNavigate();
  const params = { sessionId: session.id };
  const struck = session.discarded ? 'line-through' : undefined;
  const time = formatTime(session.startedAt);
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
          {formatShortDay(session.startedAt)}, {time}
        </TextLink>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          <Text span inherit td={struck}>
            {session.className}
          </Text>
          {session.endedAt === null && (
            <Badge size="sm" flex="none">
              {t('list.open')}
            </Badge>
          )}
          {session.discarded && (
            <Badge size="sm" flex="none" variant="default" title={session.discarded.reason}>
              {t('list.discarded')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td td={struck}>{session.subjectName}</Table.Td>
      <Table.Td>{session.teacherName}</Table.Td>
      {shown.map((count) => (
        <Table.Td key={count} ta="end" c={session.counts[count] === 0 ? 'dimmed' : undefined}>
          {session.discarded ? (
            '–'
          ) : count === 'present' ? (
            <PresentCount counts={session.counts} />
          ) : (
            formatNumber(session.counts[count])
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
