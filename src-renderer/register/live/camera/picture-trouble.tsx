import { Group, Stack, Text } from '@mantine/core';
import { IconCameraExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveStore } from '../live-store.ts';
import classes from './picture-trouble.module.css';

/** What is wrong with the picture as a whole, in words, over the picture itself. */
export function PictureTrouble() {
  const { t } = useTranslation('live');
  const trouble = useLiveStore((state) => state.trouble);
  if (!trouble) return null;
  return (
    <Group className={classes.trouble} gap="sm" wrap="nowrap" role="alert">
      <IconCameraExclamation size={32} aria-hidden style={{ flexShrink: 0 }} />
      <Stack gap={0}>
        <Text fw={650} size="lg">
          {t(`trouble.${trouble}`)}
        </Text>
        <Text size="sm">{t(`troubleAdvice.${trouble}`)}</Text>
      </Stack>
    </Group>
  );
}
