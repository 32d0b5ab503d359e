import {
  IconActivity,
  IconBooks,
  IconCalendarCheck,
  IconCalendarTime,
  IconChartBar,
  IconHome,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { type Role, roleSchema, STAFF, TEACHING } from '#shared/contract/base.ts';

interface NavItem {
  to:
    | '/'
    | '/students'
    | '/classes'
    | '/timetable'
    | '/registers'
    | '/reports'
    | '/activity'
    | '/settings';
  label:
    | 'today'
    | 'record'
    | 'students'
    | 'classes'
    | 'timetable'
    | 'registers'
    | 'reports'
    | 'activity'
    | 'settings';
  icon: typeof IconHome;
  /** Whose navigation it is part of. */
  roles: readonly Role[];
}

/** The main navigation, in order. */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: '/', label: 'today', icon: IconHome, roles: TEACHING },
  { to: '/', label: 'record', icon: IconHome, roles: ['student'] },
  { to: '/students', label: 'students', icon: IconUsers, roles: STAFF },
  { to: '/classes', label: 'classes', icon: IconBooks, roles: ['admin'] },
  { to: '/timetable', label: 'timetable', icon: IconCalendarTime, roles: STAFF },
  { to: '/registers', label: 'registers', icon: IconCalendarCheck, roles: STAFF },
  { to: '/reports', label: 'reports', icon: IconChartBar, roles: STAFF },
  { to: '/activity', label: 'activity', icon: IconActivity, roles: STAFF },
  { to: '/settings', label: 'settings', icon: IconSettings, roles: roleSchema.options },
];
