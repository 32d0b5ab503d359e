import { Button, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ariaKeysOf, hotkeyOf } from '#renderer/app/hotkeys.ts';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { useLiveStore } from '../live-store.ts';
import { undoLast } from './undo-steps.ts';

/** Takes back what was done last, step by step, and says beforehand what that is. */
export function UndoButton() {
  const { t } = useTranslation('live');
  const last = useLiveStore((state) => state.undoSteps.at(-1) ?? null);
  useHotkeys([[hotkeyOf(SHORTCUTS.undo), () => void undoLast()]]);
  return (
    <Button
      size="sm"
      variant="default"
      maw={340}
      miw={0}
      leftSection={<IconArrowBackUp size={18} aria-hidden />}
      disabled={last === null}
      aria-keyshortcuts={ariaKeysOf(SHORTCUTS.undo)}
      title={last ? t('undo.hint', { what: last.what }) : undefined}
      onClick={undoLast}
      data-undo
    >
      <Text span inherit truncate>
        {last ? t('undo.what', { what: last.what }) : t('undo.none')}
      </Text>
    </Button>
  );
}
