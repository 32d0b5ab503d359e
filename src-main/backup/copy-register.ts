import { rm } from 'node:fs/promises';
import type { ChainHead } from '#shared/register/chain-break.ts';
import { isInLog } from '../app/kept-copy.queries.ts';
import type { OpenRegister } from '../app/open-register.ts';
import { registerFiles } from '../app/register-files.ts';
import type { RegisterHost } from '../app/register-host.ts';
import type { Db } from '../db/database.ts';
import { rowsWritten } from '../db/rows-written.ts';
import type { Platform } from '../platform.ts';
import { chainHeads } from '../register/log/events.queries.ts';
import { runCopyTaskInThread } from './copy-in-thread.ts';
import type { CopyFacts } from './copy-message.ts';

/** Another file may take the register's place while it is copied; it is then copied anew, so often. */
const COPIES = 3;

interface Copied {
  facts: CopyFacts;
  /** Of which the copy was made. */
  register: OpenRegister;
  /** Its `rowsWritten` before the copy was made. */
  rows: number;
}

/** Whether a copy has all marks that a register had before, and none that it has not. */
function holdsLogOf(db: Db, copied: readonly ChainHead[], before: readonly ChainHead[]): boolean {
  const ends = new Map(copied.map(({ deviceId, seq }) => [deviceId, seq]));
  return (
    before.every(({ deviceId, seq }) => (ends.get(deviceId) ?? 0) >= seq) &&
    copied.every((head) => isInLog(db, head))
  );
}

/**
 * Copies the open register in a thread. The copy is made of the file at its path: where somebody
 * has put another one there, that is undone, and the copy is made anew.
 * @param target must not exist
 * @throws CopyError; DomainError NOT_READY where the register was closed; Error where others keep
 *   putting files in its place
 */
export async function copyRegister(
  { platform, host }: { platform: Platform; host: RegisterHost },
  target: string,
  key: Buffer,
): Promise<Copied> {
  const { database } = registerFiles(platform.dataFolder);
  const task = { kind: 'copy', database, target, key } as const;
  for (let left = COPIES; left > 0; left -= 1) {
    host.keepInPlace();
    const register = host.register();
    const { db, whereabouts } = register;
    const [rows, before] = [rowsWritten(db), chainHeads(db)];
    const facts = await runCopyTaskInThread(task).catch((error: unknown) => {
      if (host.register().db === db && whereabouts() === 'inPlace') throw error;
      return null;
    });
    const isStill = facts && host.register().db === db && whereabouts() === 'inPlace';
    if (isStill && holdsLogOf(db, facts.heads, before)) return { facts, register, rows };
    await rm(target, { force: true });
  }
  throw new Error('Others keep putting files in the place of the register.');
}
