import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface DialogButtonsProps {
  submit: string;
  busy: boolean;
  onCancel: () => void;
}

/** The end of a form in a dialog: leave, or submit. */
export function DialogButtons({ submit, busy, onCancel }: DialogButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </Group>
  );
}
