import { accountsRouter } from './accounts/accounts.router.ts';
import { activityRouter } from './activity/activity.router.ts';
import { appRouter } from './app/app.router.ts';
import { peopleRouter } from './people/people.router.ts';
import { registerRouter } from './register/register.router.ts';
import { settingsRouter } from './settings/settings.router.ts';

/** Everything the window may call, domain by domain. */
export const router = {
  app: appRouter,
  accounts: accountsRouter,
  people: peopleRouter,
  register: registerRouter,
  activity: activityRouter,
  settings: settingsRouter,
};
