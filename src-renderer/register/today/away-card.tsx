import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatList } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';
import { type Away, awayFrom } from './away-today.ts';

/** More names than this and the register itself is the better place to look. */
const SHOWN = 12;

function useAway(sessions: readonly SessionSummary[]): Away[] {
  const details = useQueries({
    queries: sessions.map(({ id }) =>
      api.register.get.queryOptions({ input: { sessionId: id }, staleTime: 30_000 }),
    ),
  });
  return awayFrom(details.flatMap(({ data }) => (data ? [data] : [])));
}

/** Who was absent today, and from what. Nothing while nobody was. */
export function AwayCard({ sessions }: { sessions: readonly SessionSummary[] }) {
  const { t } = useTranslation('today');
  const away = useAway(sessions);
  if (away.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="away-title" p="lg">
      <Stack gap="sm">
        <Title order={2} id="away-title">
          {t('away.title', { count: away.length })}
        </Title>
        <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
          {away.slice(0, SHOWN).map((one) => (
            <AwayRow key={one.studentId} away={one} />
          ))}
        </Stack>
        {away.length > SHOWN && (
          <Text size="sm" c="dimmed">
            {t('away.more', { count: away.length - SHOWN })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function AwayRow({ away }: { away: Away }) {
  return (
    <Group component="li" gap="sm" wrap="nowrap" justify="space-between">
      <TextLink to="/students/$studentId" params={{ studentId: away.studentId }} size="sm" fw={550}>
        {away.fullName}
      </TextLink>
      <Text size="sm" c="dimmed" truncate>
        {away.className} · {formatList(away.missed.map(({ subjectName }) => subjectName))}
      </Text>
    </Group>
  );
}
