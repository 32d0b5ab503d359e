import { Button, Group, Paper, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { keepMark, markSeen, statusOfSeen } from '../list/mark-seen.ts';
import { liveOrder, statusOf } from '../list/roster.ts';

/** Asks about those marked away whom the camera saw all the same; one at a time. */
export function SeenCard({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('live');
  const [first, ...others] = liveOrder(session.roster).filter(({ seenAt }) => seenAt !== null);
  if (!first || first.seenAt === null) return null;
  return (
    <Paper p="xs" role="status" style={{ flex: 'none' }} data-seen={first.studentId}>
      <Question session={session} entry={first} seenAt={first.seenAt} />
      {others.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('seen.more', { count: others.length })}
        </Text>
      )}
    </Paper>
  );
}

interface QuestionProps {
  session: SessionDetail;
  entry: RosterEntry;
  seenAt: number;
}

function Question({ session, entry, seenAt }: QuestionProps) {
  const { t } = useTranslation('live');
  const label = statusOf(entry, session.statuses)?.label ?? '';
  const words = { name: entry.fullName, label, time: formatTime(seenAt) };
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs" wrap="nowrap">
        <IconEye size={20} color="var(--status-unsure-text)" aria-hidden style={{ flex: 'none' }} />
        <Text size="sm" fw={620}>
          {t('seen.question', words)}
        </Text>
      </Group>
      <Group gap={6}>
        <Button size="compact-md" variant="light" onClick={() => markSeen(session, entry)}>
          {t('seen.mark', { label: statusOfSeen(session, seenAt).label })}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => void keepMark(session, entry)}>
          {t('seen.keep')}
        </Button>
      </Group>
    </Group>
  );
}
