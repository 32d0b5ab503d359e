import { createRouterClient } from '@orpc/server';
import { RegisterHost } from '#main/app/register-host.ts';
import { router } from '#main/router.ts';
import type { Client } from '#tests/unit/support/test-register.ts';
import { type DayPlatform, dayPlatform } from './day-platform.ts';
import type { DayTask } from './messages.ts';

/** A running main process without its window. */
export interface Day {
  task: DayTask;
  platform: DayPlatform;
  host: RegisterHost;
  client: Client;
  /** Another window, signed in by nobody. */
  connect(): Client;
}

/** Starts the services on the task's data folder, as the app does. */
export async function beginDay(task: DayTask): Promise<Day> {
  const platform = dayPlatform(task);
  const host = new RegisterHost(platform);
  await host.open();
  const connect = (): Client => {
    const connection = host.connections.open();
    return createRouterClient(router, { context: { platform, host, connection } });
  };
  return { task, platform, host, client: connect(), connect };
}
