import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportState } from './use-export.ts';

interface ExportButtonsProps {
  state: ExportState;
  busy: boolean;
  onStop: () => void;
  onClose: () => void;
}

/** Stop while it runs, close when it is done, else leave or begin. */
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
      <Button variant="default" onClick={onClose}>
        {done ? t('app:close') : t('app:cancel')}
      </Button>
      {!done && <Button type="submit">{t('submit')}</Button>}
    </Group>
  );
}
