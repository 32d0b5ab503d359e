import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogButtonsProps {
  submit: string;
  busy: boolean;
  onCancel: () => void;
  /** Another way to submit, beside the usual one. */
  other?: ReactNode;
}

/** The end of a form in a dialog: leave, or submit. */
export function DialogButtons({ submit, busy, onCancel, other }: DialogButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {other}
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </Group>
  );
}
