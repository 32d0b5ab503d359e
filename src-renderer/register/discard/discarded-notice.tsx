import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { useAccount } from '#renderer/app/standing.ts';
import type { Session } from '#shared/contract/register.contract.ts';
import { useDiscard } from './use-discard.ts';

interface DiscardedNoticeProps {
  sessionId: string;
  discarded: NonNullable<Session['discarded']>;
}

const nothing = () => {};

/** That a register did not take place, why, and the way back for those who may. */
export function DiscardedNotice({ sessionId, discarded }: DiscardedNoticeProps) {
  const { t } = useTranslation('register');
  const account = useAccount();
  const { reinstate } = useDiscard(sessionId, nothing);
  const { at, by, byId, reason } = discarded;
  return (
    <Alert color="gray" icon={<IconCalendarOff aria-hidden />} title={t('discard.noticeTitle')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('discard.notice', { reason, by, when: formatDayTime(at) })}</Text>
        {(account.role === 'admin' || account.id === byId) && (
          <Button
            variant="default"
            size="xs"
            flex="none"
            loading={reinstate.isPending}
            onClick={() => reinstate.mutate()}
          >
            {t('discard.takeBack')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
