import { Button, Checkbox, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ListBarProps {
  add: string;
  onAdd: () => void;
  archived: boolean;
  onArchived: (archived: boolean) => void;
}

/** Above a list: whether to show what is archived, and the button that adds. */
export function ListBar({ add, onAdd, archived, onArchived }: ListBarProps) {
  const { t } = useTranslation('people');
  return (
    <Group justify="space-between">
      <Checkbox
        label={t('classes.showArchived')}
        checked={archived}
        onChange={(event) => onArchived(event.currentTarget.checked)}
      />
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
        {add}
      </Button>
    </Group>
  );
}
