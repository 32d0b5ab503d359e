import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface RowActionsProps {
  name: string;
  archived: boolean;
  /** Null where there is nothing to edit. */
  onEdit: (() => void) | null;
  onArchive: () => void;
}

/** Edit, and archive or bring back, at the end of a row. */
export function RowActions({ name, archived, onEdit, onArchive }: RowActionsProps) {
  const { t } = useTranslation();
  const Icon = archived ? IconArchiveOff : IconArchive;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {onEdit && (
        <Tooltip label={t('edit')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rowActions.edit', { name })}
            onClick={onEdit}
          >
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={archived ? t('restore') : t('archive')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={
            archived ? t('rowActions.restore', { name }) : t('rowActions.archive', { name })
          }
          onClick={onArchive}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
