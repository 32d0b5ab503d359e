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
import { ClassesScreen } from '#renderer/people/classes/classes-screen.tsx';
import { classesSearchSchema } from '#renderer/people/classes/classes-search.ts';
import { LookAlikesScreen } from '#renderer/people/look-alikes/look-alikes-screen.tsx';
import { StudentScreen } from '#renderer/people/students/student-screen.tsx';
import { studentSearchSchema } from '#renderer/people/students/student-search.ts';
import { StudentsScreen } from '#renderer/people/students/students-screen.tsx';
import { studentsSearchSchema } from '#renderer/people/students/students-search.ts';
import { RegisterScreen } from '#renderer/register/history/register-screen.tsx';
import { RegistersScreen } from '#renderer/register/history/registers-screen.tsx';
import { registersSearchSchema } from '#renderer/register/history/registers-search.ts';
import { LiveSessionScreen } from '#renderer/register/live/live-session-screen.tsx';
import { todaySearchSchema } from '#renderer/register/today/today-search.ts';
import { OnSiteScreen } from '#renderer/reports/on-site-screen.tsx';
import { ReportsScreen } from '#renderer/reports/reports-screen.tsx';
import { reportsSearchSchema } from '#renderer/reports/reports-search.ts';
import { SettingsScreen } from '#renderer/settings/settings-screen.tsx';
import { TimetableScreen } from '#renderer/timetable/timetable-screen.tsx';
import { timetableSearchSchema } from '#renderer/timetable/timetable-search.ts';
import { type Role, STAFF, TEACHING } from '#shared/contract/base.ts';
import { HomeScreen } from './home-screen.tsx';
import { NotAllowedError, PageError, PageNotFound } from './parts/dead-end.tsx';
import { Shell } from './shell/shell.tsx';
import { currentRole } from './standing.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The screen takes the whole window below the header; there is no navigation beside it. */
    wholeWindow?: boolean;
    /** The entry of the navigation that the screen is part of, where its address does not say. */
    partOf?: '/students';
  }
  interface Register {
    router: typeof router;
  }
}

/** Guards a route: other roles are told that it is not for them. The main process decides again. */
function only(roles: readonly Role[]): () => void {
  return () => {
    const role = currentRole();
    if (role === null || !roles.includes(role)) throw new NotAllowedError();
  };
}
const adminOnly = only(['admin']);
const staffOnly = only(STAFF);

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: PageNotFound });
const under = { getParentRoute: () => rootRoute };

// Each route is a constant of its own: made inside the list, its types would be lost.
const today = createRoute({
  ...under,
  path: '/',
  component: HomeScreen,
  validateSearch: todaySearchSchema,
});
const students = createRoute({
  ...under,
  path: '/students',
  component: StudentsScreen,
  beforeLoad: staffOnly,
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
  beforeLoad: staffOnly,
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
  beforeLoad: only(TEACHING),
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
  beforeLoad: staffOnly,
  validateSearch: registersSearchSchema,
});
const register = createRoute({
  ...under,
  path: '/registers/$sessionId',
  component: RegisterScreen,
  beforeLoad: staffOnly,
});
const activity = createRoute({
  ...under,
  path: '/activity',
  component: ActivityScreen,
  beforeLoad: staffOnly,
});
const imports = createRoute({
  ...under,
  path: '/import',
  staticData: { partOf: '/students' },
  component: ImportScreen,
  beforeLoad: adminOnly,
  validateSearch: importSearchSchema,
});
const reports = createRoute({
  ...under,
  path: '/reports',
  component: ReportsScreen,
  beforeLoad: staffOnly,
  validateSearch: reportsSearchSchema,
});
const onSite = createRoute({
  ...under,
  path: '/reports/on-site',
  component: OnSiteScreen,
  beforeLoad: staffOnly,
});
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
  reports,
  onSite,
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
