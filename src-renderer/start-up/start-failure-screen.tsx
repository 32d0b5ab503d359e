import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { RecoverLink } from '#renderer/backup/recover-link.tsx';
import type { StartFailure } from '#shared/contract/app.contract.ts';
import { useRetry } from './use-start-up.ts';
import { WayOutButtons } from './way-out-buttons.tsx';

/** Failures that a backup mends. */
const LOST: ReadonlySet<StartFailure['reason']> = new Set(['damaged', 'wrongKey']);

/** What kept the register from opening, and the way out. */
export function StartFailureScreen({ failure }: { failure: StartFailure }) {
  const { t } = useTranslation('startUp');
  const retry = useRetry();
  const context = failure.reason === 'modelFile' ? failure.problem : undefined;
  return (
    <DoorstepCard title={t(`failure.${failure.reason}.title`)} width={560}>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t(`failure.${failure.reason}.what`, { ...failure, context })}
      </Text>
      <Stack gap={4}>
        <Title order={2}>{t('failure.whatToDo')}</Title>
        <Text>{t(`failure.${failure.reason}.todo`)}</Text>
      </Stack>
      <WayOutButtons busy={retry.isPending} onRetry={() => retry.mutate({})} />
      {LOST.has(failure.reason) && <RecoverLink />}
    </DoorstepCard>
  );
}
