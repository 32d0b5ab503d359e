import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { assertOwnPassword } from '../accounts/own-password.service.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { syncFolder } from '../app/atomic-write.ts';
import { removeDatabase } from '../app/first-run.ts';
import { passphraseIdOf, type SealedKey, writeKeyFile } from '../app/key-file.ts';
import { keyFromPassphrase, sealKey } from '../app/key-vault.ts';
import { type RegisterFiles, registerFiles } from '../app/register-files.ts';
import { keyFileOf } from '../backup/backups.service.ts';
import { runCopyTaskInThread } from '../backup/copy-in-thread.ts';
import { inTurn } from '../backup/in-turn.ts';
import type { Db } from '../db/database.ts';
import { KEY_BYTES } from '../db/encrypted-file.ts';
import { removeMigrationCopies } from '../db/pre-migration-backup.ts';
import { rowsWritten } from '../db/rows-written.ts';
import { openSessions } from '../register/sessions/sessions.queries.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Secrets } from './change-passphrase.service.ts';

type Place = Pick<SignedInContext, 'platform' | 'host'>;

/** Somebody may write while a copy is made; it is then made anew, so often at most. */
const ATTEMPTS = 3;

function assertNoneOpen(db: Db): void {
  const [open] = openSessions(db);
  if (open) throw new DomainError('CONFLICT', { what: 'openSession', name: open.className });
}

/** A new key, wrapped by the same passphrase as the old one. */
async function sealNewKey({ platform }: Place, newKey: Buffer, passphrase: string) {
  const keyFile = keyFileOf(platform);
  if ((await keyFromPassphrase(keyFile, passphrase)) === null) {
    throw new DomainError('WRONG_PASSPHRASE', { retryAfterMs: 0 });
  }
  const sealed = await sealKey(newKey, passphrase, platform.keychain);
  const recovery = { ...sealed.recovery, passphraseId: passphraseIdOf(keyFile.recovery) };
  return { ...sealed, recovery };
}

function putInPlace(files: RegisterFiles): void {
  renameSync(files.rekeyedDatabase, files.database);
  syncFolder(files.folder);
}

/** True once the register is under the new key; false where somebody wrote to it meanwhile. */
async function tryToRekey(
  { platform, host }: Place,
  { newKey, sealed, passphrase }: { newKey: Buffer; sealed: SealedKey; passphrase: string },
): Promise<boolean> {
  const files = registerFiles(platform.dataFolder);
  host.keepInPlace();
  const { db, key, whereabouts } = host.register();
  const before = rowsWritten(db);
  removeDatabase(files.rekeyedDatabase);
  await runCopyTaskInThread({
    kind: 'rekey',
    database: files.database,
    target: files.rekeyedDatabase,
    key: Buffer.from(key),
    newKey,
  });
  // The copy was made of the file at its path: that has to be the one that is open, too.
  const isAsCopied = () =>
    host.register().db === db && rowsWritten(db) === before && whereabouts() === 'inPlace';
  let replaced = false;
  const status = await host.replace(
    () => {
      writeKeyFile(files.key, { ...keyFileOf(platform), next: sealed });
      putInPlace(files);
      replaced = true;
    },
    passphrase,
    isAsCopied,
  );
  if (replaced && status.state !== 'ready') throw new DomainError('NOT_READY');
  return replaced;
}

/**
 * Puts the register under a new random key. A copy is made under it and proven; for the moment in
 * which it takes the register's place, and until it has been opened there, the key file holds both
 * keys. See `keysInQuestion` for a power cut meanwhile.
 * @throws DomainError WRONG_CREDENTIALS, LOCKED_OUT, WRONG_PASSPHRASE; CONFLICT while a register is
 *   open or others keep writing; storage errors, the register being as it was
 */
export async function changeKey(context: SignedInContext, { password, passphrase }: Secrets) {
  const { db, account, platform, host } = context;
  await assertOwnPassword(db, password, { actor: account, now: platform.now() });
  assertNoneOpen(db);
  await inTurn(host, async () => {
    const newKey = randomBytes(KEY_BYTES);
    const files = registerFiles(platform.dataFolder);
    try {
      const sealed = await sealNewKey(context, newKey, passphrase);
      for (let left = ATTEMPTS; !(await tryToRekey(context, { newKey, sealed, passphrase })); ) {
        left -= 1;
        if (left === 0) throw new DomainError('CONFLICT', { what: 'inUse' });
        assertNoneOpen(host.register().db);
      }
    } finally {
      newKey.fill(0);
      removeDatabase(files.rekeyedDatabase);
    }
    removeMigrationCopies(files.backups);
    const { db: present } = host.register();
    recordActivity(present, { at: platform.now(), kind: 'keyChanged', actorId: account.id });
  });
}
