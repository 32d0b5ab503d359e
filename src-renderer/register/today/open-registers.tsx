import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDayTime, formatTime } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import type { Session } from '#shared/contract/register.contract.ts';

/** Registers that were started and not closed, to go on with. Nothing when there are none. */
export function OpenRegisters({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation('today');
  if (sessions.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="open-title" p="lg">
      <Stack gap="sm">
        <Title order={2} id="open-title">
          {t('open.title')}
        </Title>
        {sessions.map((session) => (
          <OpenRegister key={session.id} session={session} />
        ))}
      </Stack>
    </Paper>
  );
}

function OpenRegister({ session }: { session: Session }) {
  const { t } = useTranslation('today');
  const started = session.startedAt;
  const sameDay = dayOf(started) === dayOf(Date.now());
  const time = sameDay ? formatTime(started) : formatDayTime(started);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0} miw={0}>
        <Text fw={600} truncate>
          {session.className} · {session.subjectName}
        </Text>
        <Text size="sm" c="dimmed">
          {session.teacherName}, {t('open.since', { time })}
        </Text>
      </Stack>
      <LinkButton
        to="/sessions/$sessionId/live"
        params={{ sessionId: session.id }}
        variant="light"
        flex="none"
        aria-label={t('open.resumeLabel', {
          class: session.className,
          subject: session.subjectName,
        })}
      >
        {t('open.resume')}
      </LinkButton>
    </Group>
  );
}
