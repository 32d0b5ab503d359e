import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import { assertNever } from '#shared/assert-never.ts';
import type { Guest } from '#shared/contract/guests.contract.ts';
import type { SessionDetail } from '#shared/contract/register.contract.ts';
import { SettleGuest } from './settle-guest.tsx';
import { useGuests } from './use-guests.ts';

/** The guests of a register, and who they were. Nothing where there were none. */
export function GuestsSection({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('guests');
  const { data: guests = [] } = useGuests(session.id);
  if (guests.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="guests-title">
      <Stack gap="sm">
        <Title order={2} id="guests-title">
          {t('title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('about')}
        </Text>
        {guests.map((guest) => (
          <GuestRow key={guest.id} guest={guest} session={session} />
        ))}
      </Stack>
    </Paper>
  );
}

interface GuestRowProps {
  guest: Guest;
  session: SessionDetail;
}

function GuestRow({ guest, session }: GuestRowProps) {
  const { t } = useTranslation('guests');
  const status = session.statuses.find(({ code }) => code === guest.code) ?? null;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <StatusBadge status={status} size="sm" />
        <Stack gap={0} miw={0}>
          <Text size="sm" fw={550} truncate>
            {guest.name}
          </Text>
          <Text size="xs" c="dimmed">
            {t('came', { time: formatTime(guest.at), actor: guest.addedBy })}
          </Text>
        </Stack>
      </Group>
      <GuestStanding guest={guest} mayChange={session.change.kind === 'allowed'} />
    </Group>
  );
}

function GuestStanding({ guest, mayChange }: { guest: Guest; mayChange: boolean }) {
  const { t } = useTranslation('guests');
  const { standing } = guest;
  switch (standing.kind) {
    case 'merged':
      return <Text size="sm">{t('wasStudent', { student: standing.studentName })}</Text>;
    case 'dismissed':
      return <Badge variant="default">{t('dismissedTag')}</Badge>;
    case 'open':
      return mayChange ? <SettleGuest guest={guest} /> : null;
    default:
      return assertNever(standing);
  }
}
