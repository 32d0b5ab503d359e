import { Button, Group, Stack, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatNumber } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import type { IntegrityStanding } from '#shared/contract/security.contract.ts';
import { FindingAlert } from './finding-alert.tsx';

/** What the last check of the log of marks found, and the way to check everything now. */
export function IntegrityPanel() {
  const { t } = useTranslation('security');
  const query = useQuery(api.settings.security.integrity.queryOptions());
  const check = useMutation(
    api.settings.security.check.mutationOptions({
      onSuccess: (standing) =>
        queryClient.setQueryData(api.settings.security.integrity.queryKey(), standing),
    }),
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('integrity.about')}
      </Text>
      <Loaded query={query}>{(standing) => <Standing standing={standing} />}</Loaded>
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate({})}
        >
          {t('integrity.check')}
        </Button>
      </Group>
    </Stack>
  );
}

function Standing({ standing }: { standing: IntegrityStanding }) {
  const { t } = useTranslation('security');
  const { finding, isSealed, notedSince, isRunning } = standing;
  return (
    <Stack gap={finding ? 'xs' : 4}>
      {finding ? <FindingAlert finding={finding} /> : <Quiet standing={standing} />}
      {notedSince !== null && (
        <Text size="sm" c="dimmed">
          {isSealed
            ? t('integrity.sealed', { when: formatDayTime(notedSince) })
            : t('integrity.unsealed')}
        </Text>
      )}
      {isRunning && <Text size="sm">{t('integrity.running')}</Text>}
    </Stack>
  );
}

function Quiet({ standing }: { standing: IntegrityStanding }) {
  const { t } = useTranslation('security');
  const { checkedAt, fullyCheckedAt, events } = standing;
  if (checkedAt === null) return <Text>{t('integrity.never')}</Text>;
  return (
    <>
      <Text role="status">
        {t('integrity.last', {
          when: formatDayTime(checkedAt),
          events: formatNumber(events ?? 0),
        })}
      </Text>
      {fullyCheckedAt !== null && fullyCheckedAt !== checkedAt && (
        <Text size="sm" c="dimmed">
          {t('integrity.lastFull', { when: formatDayTime(fullyCheckedAt) })}
        </Text>
      )}
    </>
  );
}
