import { Button, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ariaKeysOf } from '#renderer/app/hotkeys.ts';
import { Keys } from '#renderer/app/parts/keys.tsx';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import classes from './palette.module.css';
import { openOverlay } from './palette-store.ts';

/** Looks like a search field, and opens the search. */
export function SearchButton() {
  const { t } = useTranslation('palette');
  return (
    <Button
      variant="default"
      justify="space-between"
      classNames={{ root: classes.open ?? '', label: classes.openLabel ?? '' }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={<Keys shortcut={SHORTCUTS.palette} />}
      aria-keyshortcuts={ariaKeysOf(SHORTCUTS.palette)}
      aria-haspopup="dialog"
      onClick={() => openOverlay('search')}
    >
      <Text span size="sm" c="dimmed" truncate>
        {t('open')}
      </Text>
    </Button>
  );
}
