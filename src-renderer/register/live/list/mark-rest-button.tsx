import { ActionIcon, Button, Group, Kbd, Menu } from '@mantine/core';
import { IconChevronDown, IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail, Status } from '#shared/contract/register.contract.ts';
import { statusInRole } from '#shared/contract/status.ts';
import { StatusBadge } from '../../status-badge.tsx';
import { markRest } from './mark-rest.ts';

interface MarkRestButtonProps {
  session: SessionDetail;
  size: 'compact-sm' | 'sm';
}

/** Marks all who have no mark yet: present at a press, any other status from the menu. */
export function MarkRestButton({ session, size }: MarkRestButtonProps) {
  const { t } = useTranslation('live');
  const count = session.roster.filter((entry) => !entry.mark).length;
  const present = statusInRole(session.statuses, 'present');
  return (
    <Group gap={2} wrap="nowrap" flex="none">
      <Button
        size={size}
        variant="default"
        leftSection={<IconUsersPlus size={16} aria-hidden />}
        disabled={count === 0}
        title={keyOf(present) ?? undefined}
        onClick={() => void markRest(session.id, present)}
        data-mark-rest
      >
        {t('rest.mark', { label: present.label, count })}
      </Button>
      <RestMenu session={session} disabled={count === 0} size={size === 'sm' ? 36 : 26} />
    </Group>
  );
}

interface RestMenuProps {
  session: SessionDetail;
  disabled: boolean;
  /** In pixels. */
  size: number;
}

function RestMenu({ session, disabled, size }: RestMenuProps) {
  const { t } = useTranslation('live');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={size} disabled={disabled} aria-label={t('rest.other')}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('rest.other')}</Menu.Label>
        {session.statuses.map((status) => (
          <Menu.Item
            key={status.code}
            leftSection={<StatusBadge status={status} size="sm" />}
            rightSection={status.shortcut && <Kbd size="xs">{keyOf(status)}</Kbd>}
            onClick={() => void markRest(session.id, status)}
          >
            {status.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The keys that mark the rest so; null where the status has none. */
function keyOf({ shortcut }: Status): string | null {
  return shortcut === null ? null : `Shift + ${shortcut.toUpperCase()}`;
}
