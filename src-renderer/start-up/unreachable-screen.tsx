import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/app/error-text.ts';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { loadStanding } from '#renderer/app/standing.ts';
import { WayOutButtons } from './way-out-buttons.tsx';

/** The main process did not answer at all. */
export function UnreachableScreen({ error }: { error: unknown }) {
  const { t } = useTranslation('startUp');
  const { title, advice } = errorText(error);
  return (
    <DoorstepCard title={t('unreachable.title')} width={560}>
      <Stack gap={4}>
        <Text fw={600}>{title}</Text>
        <Text>{advice}</Text>
      </Stack>
      <WayOutButtons busy={false} onRetry={() => void loadStanding()} />
    </DoorstepCard>
  );
}
