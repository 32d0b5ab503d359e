import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { spanWords } from './clock-words.ts';

const LOOK_EVERY_MS = 15_000;

/**
 * Tells whoever takes a register that the clock was changed, until somebody says that it is right.
 * @param tellsLate whether this register decides by the clock who is late
 */
export function ClockWarning({ tellsLate }: { tellsLate: boolean }) {
  const { t } = useTranslation('clock');
  const { data, dataUpdatedAt } = useQuery(
    api.settings.clock.inDoubt.queryOptions({ refetchInterval: LOOK_EVERY_MS }),
  );
  const confirm = useMutation(
    api.settings.clock.confirm.mutationOptions({
      onSuccess: (left) => queryClient.setQueryData(api.settings.clock.inDoubt.queryKey(), left),
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
          {t('advice', { now: formatTime(dataUpdatedAt) })} {tellsLate && t('late')}
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
