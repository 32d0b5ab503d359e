import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { spanWords } from './clock-words.ts';

const LOOK_EVERY_MS = 15_000;

/**
 * Says that the clock was changed, until somebody says that it is right.
 * @param consequence what hangs on it here, in a sentence
 */
export function ClockWarning({ consequence }: { consequence: string | null }) {
  const { t } = useTranslation('clock');
  const { data, dataUpdatedAt } = useQuery(
    api.settings.clock.inDoubt.queryOptions({ refetchInterval: LOOK_EVERY_MS }),
  );
  const confirm = useMutation(
    api.settings.clock.confirm.mutationOptions({
      onSuccess: (left) => {
        queryClient.setQueryData(api.settings.clock.inDoubt.queryKey(), left);
        void queryClient.invalidateQueries({ queryKey: api.privacy.retention.key() });
      },
    }),
  );
  const last = data?.at(-1);
  if (!last) return null;
  return (
    <Alert
      color="yellow"
      py="xs"
      role="alert"
      icon={<IconClockExclamation aria-hidden />}
      title={t(last.shiftMs < 0 ? 'back' : 'forward', { time: spanWords(last.shiftMs) })}
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">
          {t('advice', { now: formatTime(dataUpdatedAt) })} {consequence}
        </Text>
        <Button
          size="xs"
          variant="default"
          flex="none"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({})}
        >
          {t('confirm')}
        </Button>
      </Group>
    </Alert>
  );
}
