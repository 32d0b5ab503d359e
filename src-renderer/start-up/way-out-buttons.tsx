import { Button, Group } from '@mantine/core';
import { IconFolder, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOpenDataFolder } from './use-start-up.ts';

interface WayOutButtonsProps {
  busy: boolean;
  onRetry: () => void;
}

/** Try again, or look at the folder that holds the register. */
export function WayOutButtons({ busy, onRetry }: WayOutButtonsProps) {
  const { t } = useTranslation();
  const openFolder = useOpenDataFolder();
  return (
    <Group>
      <Button leftSection={<IconRefresh size={18} aria-hidden />} loading={busy} onClick={onRetry}>
        {t('tryAgain')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFolder size={18} aria-hidden />}
        loading={openFolder.isPending}
        onClick={() => openFolder.mutate({})}
      >
        {t('openDataFolder')}
      </Button>
    </Group>
  );
}
