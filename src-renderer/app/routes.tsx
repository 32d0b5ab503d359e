import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { EnrolScreen } from '#renderer/enrolment/enrol-screen.tsx';
import { LiveSessionScreen } from '#renderer/register/live/live-session-screen.tsx';
import { ActivityScreen } from '../activity/activity-screen.tsx';
import { ClassesScreen } from '../people/classes-screen.tsx';
import { StudentScreen } from '../people/student-screen.tsx';
import { StudentsScreen } from '../people/students-screen.tsx';
import { RegisterScreen } from '../register/history/register-screen.tsx';
import { RegistersScreen } from '../register/history/registers-screen.tsx';
import { TodayScreen } from '../register/today/today-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
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
const root = { getParentRoute: () => rootRoute };

const routeTree = rootRoute.addChildren([
  createRoute({ ...root, path: '/', component: TodayScreen }),
  createRoute({ ...root, path: '/students', component: StudentsScreen }),
  createRoute({ ...root, path: '/students/$studentId', component: StudentScreen }),
  createRoute({
    ...root,
    path: '/students/$studentId/enrol',
    component: EnrolScreen,
    beforeLoad: adminOnly,
    staticData: { wholeWindow: true },
  }),
  createRoute({
    ...root,
    path: '/sessions/$sessionId/live',
    component: LiveSessionScreen,
    staticData: { wholeWindow: true },
  }),
  createRoute({
    ...root,
    path: '/classes',
    component: ClassesScreen,
    beforeLoad: adminOnly,
  }),
  createRoute({ ...root, path: '/registers', component: RegistersScreen }),
  createRoute({ ...root, path: '/registers/$sessionId', component: RegisterScreen }),
  createRoute({ ...root, path: '/activity', component: ActivityScreen }),
  createRoute({ ...root, path: '/settings', component: SettingsScreen }),
  createRoute({ ...root, path: '/settings/$section', component: SettingsScreen }),
]);

/** The app is served as one file, so that the place is kept behind the #. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: PageError,
  defaultPreload: false,
});
