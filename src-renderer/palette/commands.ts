import {
  IconBooks,
  IconCamera,
  IconDatabaseExport,
  IconFileExport,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMapPin,
  IconMoon,
  IconPlayerPlay,
  IconSun,
  IconSunMoon,
  IconUserPlus,
  IconUserScan,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type Role, roleSchema, STAFF, TEACHING } from '#shared/contract/base.ts';
import type { DevicePreferences } from '#shared/contract/settings.contract.ts';
import { SHORTCUTS, type Shortcut } from '#shared/shortcuts/shortcuts.ts';
import type { PaletteItem } from './palette-item.ts';
import type { Overlay } from './palette-store.ts';

/** What commands are carried out with. */
export interface Doing {
  go: (to: '/' | '/import' | '/students/look-alikes' | '/reports/on-site') => void;
  goToFaceless: () => void;
  goToFacesImport: () => void;
  goToSubjects: () => void;
  open: (overlay: Overlay) => void;
  prefer: (changes: Partial<DevicePreferences>) => void;
  backUp: () => void;
  lock: () => void;
  signOut: () => void;
}

interface CommandShape {
  name: string;
  group: 'actions' | 'screens';
  icon: PaletteItem['icon'];
  roles: readonly Role[];
  shortcut?: Shortcut;
  run: (doing: Doing) => void;
}

const ADMIN = ['admin'] as const satisfies readonly Role[];
const EVERYBODY = roleSchema.options;

/** What can be done from anywhere, and who may; in order. */
export const COMMANDS = [
  {
    name: 'start',
    group: 'actions',
    icon: IconPlayerPlay,
    roles: TEACHING,
    run: ({ go }) => go('/'),
  },
  {
    name: 'addStudent',
    group: 'actions',
    icon: IconUserPlus,
    roles: ADMIN,
    run: ({ open }) => open('addStudent'),
  },
  {
    name: 'enrol',
    group: 'actions',
    icon: IconUserScan,
    roles: ADMIN,
    run: ({ goToFaceless }) => goToFaceless(),
  },
  {
    name: 'importStudents',
    group: 'actions',
    icon: IconFileImport,
    roles: ADMIN,
    run: ({ go }) => go('/import'),
  },
  {
    name: 'importFaces',
    group: 'actions',
    icon: IconCamera,
    roles: ADMIN,
    run: ({ goToFacesImport }) => goToFacesImport(),
  },
  {
    name: 'export',
    group: 'actions',
    icon: IconFileExport,
    roles: STAFF,
    run: ({ open }) => open('export'),
  },
  {
    name: 'backUp',
    group: 'actions',
    icon: IconDatabaseExport,
    roles: ADMIN,
    run: ({ backUp }) => backUp(),
  },
  {
    name: 'lock',
    group: 'actions',
    icon: IconLock,
    roles: EVERYBODY,
    shortcut: SHORTCUTS.lock,
    run: ({ lock }) => lock(),
  },
  {
    name: 'signOut',
    group: 'actions',
    icon: IconLogout,
    roles: EVERYBODY,
    run: ({ signOut }) => signOut(),
  },
  {
    name: 'light',
    group: 'actions',
    icon: IconSun,
    roles: EVERYBODY,
    run: ({ prefer }) => prefer({ theme: 'light' }),
  },
  {
    name: 'dark',
    group: 'actions',
    icon: IconMoon,
    roles: EVERYBODY,
    run: ({ prefer }) => prefer({ theme: 'dark' }),
  },
  {
    name: 'system',
    group: 'actions',
    icon: IconSunMoon,
    roles: EVERYBODY,
    run: ({ prefer }) => prefer({ theme: 'system' }),
  },
  {
    name: 'english',
    group: 'actions',
    icon: IconLanguage,
    roles: EVERYBODY,
    run: ({ prefer }) => prefer({ language: 'en' }),
  },
  {
    name: 'hindi',
    group: 'actions',
    icon: IconLanguage,
    roles: EVERYBODY,
    run: ({ prefer }) => prefer({ language: 'hi' }),
  },
  {
    name: 'shortcuts',
    group: 'actions',
    icon: IconKeyboard,
    roles: EVERYBODY,
    shortcut: SHORTCUTS.sheet,
    run: ({ open }) => open('shortcuts'),
  },
  {
    name: 'onSite',
    group: 'screens',
    icon: IconMapPin,
    roles: STAFF,
    run: ({ go }) => go('/reports/on-site'),
  },
  {
    name: 'subjects',
    group: 'screens',
    icon: IconBooks,
    roles: ADMIN,
    run: ({ goToSubjects }) => goToSubjects(),
  },
  {
    name: 'lookAlikes',
    group: 'screens',
    icon: IconUsersGroup,
    roles: ADMIN,
    run: ({ go }) => go('/students/look-alikes'),
  },
] as const satisfies readonly CommandShape[];

export type Command = CommandShape & { name: (typeof COMMANDS)[number]['name'] };

/** The commands that an account of this role may carry out. */
export function commandsFor(role: Role): Command[] {
  return COMMANDS.filter((command: Command) => command.roles.includes(role));
}
