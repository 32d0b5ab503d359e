import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { ActivityScreen } from '#renderer/activity/activity-screen.tsx';
import { EnrolScreen } from '#renderer/enrolment/enrol-screen.tsx';
import { ImportScreen } from '#renderer/imports/import-screen.tsx';
import { importSearchSchema } from '#renderer/imports/import-search.ts';
import { ClassesScreen } from '#renderer/people/classes-screen.tsx';
import { classesSearchSchema } from '#renderer/people/classes-search.ts';
import { LookAlikesScreen } from '#renderer/people/look-alikes-screen.tsx';
import { StudentScreen } from '#renderer/people/student-screen.tsx';
import { studentSearchSchema } from '#renderer/people/student-search.ts';
import { StudentsScreen } from '#renderer/people/students-screen.tsx';
import { studentsSearchSchema } from '#renderer/people/students-search.ts';
import { RegisterScreen } from '#renderer/register/history/register-screen.tsx';
import { RegistersScreen } from '#renderer/register/history/registers-screen.tsx';
import { registersSearchSchema } from '#renderer/register/history/registers-search.ts';
import { LiveSessionScreen } from '#renderer/register/live/live-session-screen.tsx';
import { TodayScreen } from '#renderer/register/today/today-screen.tsx';
import { SettingsScreen } from '#renderer/settings/settings-screen.tsx';
import { TimetableScreen } from '#renderer/timetable/timetable-screen.tsx';
import { timetableSearchSchema } from '#renderer/timetable/timetable-search.ts';
import { NotAllowedError, PageError, PageNotFound } from './parts/dead-end.tsx';
import { Shell } from './shell/shell.tsx';
import { isAdmin } from './standing.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The screen takes the whole window below the header; there is no navigation beside it. */
    wholeWindow?: boolean;
  }
  interface Register {
    router: typeof router;
  }
}

/** Guards a route: teachers are told that it is for admins. The main process decides again. */
function adminOnly(): void {
  if (!isAdmin()) throw new NotAllowedError();
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: PageNotFound });
const under = { getParentRoute: () => rootRoute };

// Each route is a constant of its own: made inside the list, its types would be lost.
const today = createRoute({ ...under, path: '/', component: TodayScreen });
const students = createRoute({
  ...under,
  path: '/students',
  component: StudentsScreen,
  validateSearch: studentsSearchSchema,
});
const lookAlikes = createRoute({
  ...under,
  path: '/students/look-alikes',
  component: LookAlikesScreen,
  beforeLoad: adminOnly,
});
const student = createRoute({
  ...under,
  path: '/students/$studentId',
  component: StudentScreen,
  validateSearch: studentSearchSchema,
});
const enrol = createRoute({
  ...under,
  path: '/students/$studentId/enrol',
  component: EnrolScreen,
  beforeLoad: adminOnly,
  staticData: { wholeWindow: true },
});
const liveSession = createRoute({
  ...under,
  path: '/sessions/$sessionId/live',
  component: LiveSessionScreen,
  staticData: { wholeWindow: true },
});
const classes = createRoute({
  ...under,
  path: '/classes',
  component: ClassesScreen,
  beforeLoad: adminOnly,
  validateSearch: classesSearchSchema,
});
const timetable = createRoute({
  ...under,
  path: '/timetable',
  component: TimetableScreen,
  validateSearch: timetableSearchSchema,
});
const registers = createRoute({
  ...under,
  path: '/registers',
  component: RegistersScreen,
  validateSearch: registersSearchSchema,
});
const register = createRoute({
  ...under,
  path: '/registers/$sessionId',
  component: RegisterScreen,
});
const imports = createRoute({
  ...under,
  path: '/import',
  component: ImportScreen,
  beforeLoad: adminOnly,
  validateSearch: importSearchSchema,
});
const activity = createRoute({ ...under, path: '/activity', component: ActivityScreen });
const settings = createRoute({ ...under, path: '/settings', component: SettingsScreen });
const settingsSection = createRoute({
  ...under,
  path: '/settings/$section',
  component: SettingsScreen,
});

const routeTree = rootRoute.addChildren([
  today,
  students,
  lookAlikes,
  student,
  enrol,
  liveSession,
  classes,
  timetable,
  registers,
  register,
  imports,
  activity,
  settings,
  settingsSection,
]);

/** The app is served as one file, so that the place is kept behind the #. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: PageError,
  defaultPreload: false,
});
