import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { ClockWarning } from '#renderer/clock/clock-warning.tsx';
import type { RetentionStatus } from '#shared/contract/privacy.contract.ts';
import { LastRun } from './last-run.tsx';
import { RetentionRulesForm } from './retention-rules-form.tsx';

/** How long what is kept, what goes next, and what went last. */
export function RetentionPanel() {
  const { t } = useTranslation('privacy');
  const query = useQuery(api.privacy.retention.queryOptions());
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {t('retention.about')}
      </Text>
      <Loaded query={query}>
        {(status) => (
          <>
            {status.waitsForClock && <ClockWarning consequence={t('retention.clock')} />}
            <RetentionRulesForm key={keyOf(status)} status={status} />
            <LastRun status={status} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** Other rules in force begin the form anew. */
function keyOf({ rules }: RetentionStatus): string {
  return JSON.stringify(rules);
}
