import { IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NAV_ITEMS } from '#renderer/app/shell/nav-items.ts';
import { useAccount } from '#renderer/app/standing.ts';
import { sectionsFor } from '#renderer/settings/sections.ts';
import { commandsFor } from './commands.ts';
import type { PaletteItem } from './palette-item.ts';
import { useDoing } from './use-doing.ts';

function useScreens(): PaletteItem[] {
  const { t } = useTranslation(['palette', 'app']);
  const { role } = useAccount();
  const navigate = useNavigate();
  return NAV_ITEMS.filter(({ roles }) => roles.includes(role)).map(({ to, label, icon }) => ({
    id: `screen-${label}`,
    group: 'screens',
    icon,
    label: t(`app:nav.${label}`),
    words: t(`screens.${label}`),
    run: () => void navigate({ to }),
  }));
}

function useCommands(): PaletteItem[] {
  const { t } = useTranslation('palette');
  const { role } = useAccount();
  const doing = useDoing();
  return commandsFor(role).map(({ name, group, icon, shortcut, run }) => ({
    id: `command-${name}`,
    group,
    icon,
    label: t(`commands.${name}.label`),
    words: t(`commands.${name}.words`),
    ...(shortcut && { shortcut }),
    run: () => run(doing),
  }));
}

function useSettings(): PaletteItem[] {
  const { t } = useTranslation(['palette', 'settings']);
  const { role } = useAccount();
  const navigate = useNavigate();
  return sectionsFor(role).map((section) => ({
    id: `settings-${section}`,
    group: 'settings',
    icon: IconSettings,
    label: t(`settings:sections.${section}`),
    words: t(`settings.${section}`),
    run: () => void navigate({ to: '/settings/$section', params: { section } }),
  }));
}

/** The screens, commands and settings that this account has. */
export function useFixedItems(): PaletteItem[] {
  const commands = useCommands();
  const screens = useScreens();
  const settings = useSettings();
  const actions = commands.filter(({ group }) => group === 'actions');
  const places = commands.filter(({ group }) => group === 'screens');
  return [...actions, ...screens, ...places, ...settings];
}
