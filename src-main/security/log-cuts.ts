import { desc, eq } from 'drizzle-orm';
import type { Activity } from '#shared/contract/activity.contract.ts';
import type { ChainHead } from '#shared/register/chain-break.ts';
import type { Db } from '../db/database.ts';
import { activity } from '../db/schema/index.ts';
import type { Platform } from '../platform.ts';
import { chainHeads } from '../register/log/events.queries.ts';
import { readNotesHere } from './log-notes.service.ts';

/** Where going back to a backup has cut the logs of devices, by device. */
export type LogCuts = Record<string, number>;

/** As the entry of the last restore in the activity log says. */
export function logCutsIn(db: Db): LogCuts {
  const last = db
    .select({ detail: activity.detail })
    .from(activity)
    .where(eq(activity.kind, 'restored'))
    .orderBy(desc(activity.at), desc(activity.id))
    .get();
  const cut = last?.detail.cut;
  if (typeof cut !== 'string' || cut === '') return {};
  const cuts = cut.split(' ').map((one): [string, number] => {
    const [device = '', seq] = one.split(':');
    return [device, Number(seq)];
  });
  return Object.fromEntries(cuts);
}

/** What was known of the logs before a restore: where they ended, and where they had been cut. */
export interface LogBefore {
  heads: readonly ChainHead[];
  cuts: LogCuts;
}

export function logBefore(db: Db): LogBefore {
  return { heads: chainHeads(db), cuts: logCutsIn(db) };
}

/** The same of a register that cannot be opened, as far as this computer has notes of it. */
export function logNoted(platform: Platform): LogBefore {
  return { heads: readNotesHere(platform).notes.notes.flatMap(({ heads }) => heads), cuts: {} };
}

/** What the entry of a restore says of it, so that nobody takes what is gone for a forgery. */
export function cutDetail(restored: Db, before: LogBefore): Activity['detail'] {
  const ends = new Map(chainHeads(restored).map(({ deviceId, seq }) => [deviceId, seq]));
  // Those in the backup wrote on elsewhere after it: newer backups remember more of them.
  const devices = new Set([
    ...ends.keys(),
    ...before.heads.map(({ deviceId }) => deviceId),
    ...Object.keys(before.cuts),
  ]);
  return { cut: [...devices].map((device) => `${device}:${ends.get(device) ?? 0}`).join(' ') };
}
