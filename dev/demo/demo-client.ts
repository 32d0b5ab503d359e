import { createRouterClient, type RouterClient } from '@orpc/server';
import { accountsRouter } from '#main/accounts/accounts.router.ts';
import { appRouter } from '#main/app/app.router.ts';
import type { RegisterHost } from '#main/app/register-host.ts';
import { enrolmentRouter } from '#main/enrolment/enrolment.router.ts';
import { peopleRouter } from '#main/people/people.router.ts';
import type { Platform } from '#main/platform.ts';
import { registerRouter } from '#main/register/register.router.ts';
import { timetableRouter } from '#main/timetable/timetable.router.ts';

const demoRouter = {
  app: appRouter,
  accounts: accountsRouter,
  people: peopleRouter,
  enrolment: enrolmentRouter,
  register: registerRouter,
  timetable: timetableRouter,
};

/** What a window could call, as far as the demo needs it: every rule of the services holds. */
export type DemoClient = RouterClient<typeof demoRouter>;

/** A connection of its own, signed in by nobody. Whoever calls is at the keyboard. */
export function connectDemo(platform: Platform, host: RegisterHost): DemoClient {
  const connection = host.connections.open();
  return createRouterClient(demoRouter, {
    context: () => {
      connection.noteInput(platform.now());
      return { platform, host, connection };
    },
  });
}
