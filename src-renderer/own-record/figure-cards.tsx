import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import type { OwnFigures } from '#shared/own-record/own-figures.ts';

/** The share present, the points, and the registers in a row. */
export function FigureCards({ figures }: { figures: OwnFigures }) {
  const { t } = useTranslation('ownRecord');
  const { share, points, streak } = figures;
  return (
    <SimpleGrid cols={3}>
      <Figure
        label={t('share')}
        value={share === null ? t('noShare') : formatPercent(share)}
        isWords={share === null}
      />
      <Figure label={t('points')} value={formatNumber(points)} />
      <Figure label={t('streak')} value={t('streakAbout', { count: streak })} />
    </SimpleGrid>
  );
}

interface FigureProps {
  label: string;
  value: string;
  isWords?: boolean;
}

function Figure({ label, value, isWords = false }: FigureProps) {
  return (
    <Paper>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={isWords ? 'md' : 'xl'} fw={620} data-figures>
        {value}
      </Text>
    </Paper>
  );
}
