import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportState } from './use-export.ts';

interface ExportButtonsProps {
  state: ExportState;
  busy: boolean;
  onStop: () => void;
  onClose: () => void;
}

/** Stop while it runs; else leave or begin, once more if one is done. */
export function ExportButtons({ state, busy, onStop, onClose }: ExportButtonsProps) {
  const { t } = useTranslation(['exports', 'app']);
  if (busy) {
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={onStop}>
          {t('cancel')}
        </Button>
      </Group>
    );
  }
  const done = state.kind === 'saved';
  return (
    <Group justify="flex-end">
      <Button variant={done ? 'filled' : 'default'} onClick={onClose}>
        {done ? t('app:close') : t('app:cancel')}
      </Button>
      <Button type="submit" variant={done ? 'default' : 'filled'}>
        {t('submit')}
      </Button>
    </Group>
  );
}
