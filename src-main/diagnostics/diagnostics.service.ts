import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import {
  arch,
  availableParallelism,
  homedir,
  hostname,
  platform,
  release,
  totalmem,
  userInfo,
} from 'node:os';
import { dirname } from 'node:path';
import type { WindowFacts } from '#shared/contract/app.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { registerFiles } from '../app/register-files.ts';
import { backupStatus } from '../backup/backups.service.ts';
import type { Db } from '../db/database.ts';
import { draftOf } from '../exports/draft-file.ts';
import { commitError, draftError } from '../exports/export-errors.ts';
import type { Platform } from '../platform.ts';
import { verifyLog } from '../register/log/chain.service.ts';
import type { SignedInContext } from '../rpc/call-context.ts';
import { readSchoolSettings } from '../settings/settings.service.ts';
import { everyName, fileFacts, rowsByTable } from './diagnostics.queries.ts';
import { scrubber } from './scrub.ts';

const MEGABYTE = 1024 * 1024;

function bytesOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function computer() {
  return {
    system: platform(),
    release: release(),
    architecture: arch(),
    cores: availableParallelism(),
    memoryMegabytes: Math.round(totalmem() / MEGABYTE),
    node: process.versions.node,
  };
}

/** The settings without the name of the school, nor which camera was chosen. */
function settings(db: Db, { preferences }: Platform) {
  const { schoolName: _name, ...school } = readSchoolSettings(db);
  const { cameraId, ...device } = preferences.read();
  return { school, device: { ...device, cameraChosen: cameraId !== null } };
}

/** What became of the chain; where it breaks, by which kind of break, without the entry's ids. */
async function chain(db: Db) {
  const verdict = await verifyLog(db);
  const { kind, events } = verdict;
  return kind === 'intact' ? { kind, events } : { kind, events, problem: verdict.at.problem };
}

async function backups(context: SignedInContext) {
  const { isBesideRegister, backups: made, failure } = await backupStatus(context);
  const madeAt = made[0]?.madeAt;
  const newest = madeAt === undefined ? null : new Date(madeAt).toISOString();
  return { isBesideRegister, kept: made.length, newest, failure };
}

/** The end of the log without the names of anybody in the register or of this computer's user. */
function log(db: Db, { dataFolder, recentLog }: Platform): string[] {
  const here = [homedir(), dataFolder, hostname(), userInfo().username];
  return recentLog().map(scrubber([...everyName(db), ...here]));
}

/**
 * What somebody who mends this installation has to know, and nobody's name: each field is a
 * number, a choice of ours or a version; the lines of the log are ours too, and scrubbed.
 */
export async function readDiagnostics(context: SignedInContext, window: WindowFacts) {
  const { db, platform: place } = context;
  const { database } = registerFiles(place.dataFolder);
  return {
    madeAt: new Date(place.now()).toISOString(),
    versions: { ...place.versions, recognitionModel: DESCRIPTOR_MODEL.id },
    computer: computer(),
    window,
    settings: settings(db, place),
    database: {
      bytes: bytesOf(database),
      logBytes: bytesOf(`${database}-wal`),
      ...fileFacts(db),
      rows: rowsByTable(db),
    },
    chain: await chain(db),
    backups: await backups(context),
    log: log(db, place),
  };
}

/**
 * Asks where to save, and saves there what `readDiagnostics` gives.
 * @throws DomainError FOLDER_NOT_WRITABLE, FILE_IN_USE, or INVALID for a path that cannot be a file
 */
export async function saveDiagnostics(
  context: SignedInContext,
  window: WindowFacts,
): Promise<{ kind: 'saved'; path: string } | { kind: 'cancelled' }> {
  const day = new Date(context.platform.now()).toISOString().slice(0, 10);
  const name = `Rollcall diagnostics ${day}.json`;
  const path = await context.platform.chooseSaveFile({ name, format: 'json' });
  if (path === null) return { kind: 'cancelled' };
  const text = `${JSON.stringify(await readDiagnostics(context, window), null, 2)}\n`;
  const draft = draftOf(path);
  try {
    await writeFile(draft.path, text).catch((error) => {
      throw draftError(error, dirname(path));
    });
    try {
      draft.commit();
    } catch (error) {
      throw commitError(error, path);
    }
  } finally {
    await draft.discard();
  }
  return { kind: 'saved', path };
}
