import {
  IconActivity,
  IconBooks,
  IconCalendarCheck,
  IconCalendarTime,
  IconHome,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';

interface NavItem {
  to: '/' | '/students' | '/classes' | '/timetable' | '/registers' | '/activity' | '/settings';
  label: 'today' | 'students' | 'classes' | 'timetable' | 'registers' | 'activity' | 'settings';
  icon: typeof IconHome;
  adminOnly?: boolean;
}

/** The main navigation, in order. */
export const NAV_ITEMS: readonly NavItem[] = [
  { to: '/', label: 'today', icon: IconHome },
  { to: '/students', label: 'students', icon: IconUsers },
  { to: '/classes', label: 'classes', icon: IconBooks, adminOnly: true },
  { to: '/timetable', label: 'timetable', icon: IconCalendarTime },
  { to: '/registers', label: 'registers', icon: IconCalendarCheck },
  { to: '/activity', label: 'activity', icon: IconActivity },
  { to: '/settings', label: 'settings', icon: IconSettings },
];
