import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconKey, IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLock } from '#renderer/accounts/use-lock.ts';
import { useSignOut } from '#renderer/accounts/use-sign-out.ts';
import { openOverlay } from '#renderer/palette/palette-store.ts';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { ariaKeysOf } from '../hotkeys.ts';
import { Keys } from '../parts/keys.tsx';
import { useAccount } from '../standing.ts';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const account = useAccount();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const lock = useLock();
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          <Text span size="sm" fw={550} truncate maw={200}>
            {account.displayName}
          </Text>
          <Text span size="sm" c="dimmed" ms={8}>
            {t(`role.${account.role}`)}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKey size={16} aria-hidden />}
          onClick={() => navigate({ to: '/settings/$section', params: { section: 'password' } })}
        >
          {t('account.changePassword')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          onClick={() => openOverlay('shortcuts')}
        >
          {t('account.shortcuts')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={16} aria-hidden />}
          rightSection={<Keys shortcut={SHORTCUTS.lock} />}
          aria-keyshortcuts={ariaKeysOf(SHORTCUTS.lock)}
          onClick={() => lock.mutate({})}
        >
          {t('account.lock')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => signOut.mutate({})}
        >
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
