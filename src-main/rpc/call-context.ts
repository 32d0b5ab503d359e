import type { Account } from '#shared/contract/accounts.contract.ts';
import type { RegisterHost } from '../app/register-host.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import type { Connection } from './connection.ts';
import type { LiveUpdates } from './live-updates.ts';

/** What the shell gives with every call. */
export interface CallContext {
  platform: Platform;
  host: RegisterHost;
  connection: Connection;
}

/** What a handler for people signed in has besides: the open register and who is calling. */
export interface SignedInContext extends CallContext {
  db: Db;
  account: Account;
  live: LiveUpdates;
}
