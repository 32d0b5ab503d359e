import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from './camera-report.ts';

const SIGNS: Record<Level, { Icon: typeof IconAlertTriangle; color: string }> = {
  good: { Icon: IconCircleCheckFilled, color: 'var(--status-present-text)' },
  weak: { Icon: IconInfoCircle, color: 'var(--status-late-text)' },
  bad: { Icon: IconAlertTriangle, color: 'var(--status-absent-text)' },
};

interface LevelTextProps {
  level: Level;
  strong?: boolean;
  children: ReactNode;
}

/** Words with a sign that says how good it is, by colour, shape and name. */
export function LevelText({ level, strong, children }: LevelTextProps) {
  const { t } = useTranslation('selfTest');
  const { Icon, color } = SIGNS[level];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Icon
        size={18}
        color={color}
        role="img"
        aria-label={t(`camera.level.${level}`)}
        style={{ flexShrink: 0, marginTop: 2 }}
      />
      <Text size={strong ? 'md' : 'sm'} fw={strong ? 600 : undefined}>
        {children}
      </Text>
    </Group>
  );
}
