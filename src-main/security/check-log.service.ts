import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Finding } from '#shared/contract/security.contract.ts';
import { recordActivity } from '../activity/activity.service.ts';
import { registerFiles } from '../app/register-files.ts';
import type { RegisterHost } from '../app/register-host.ts';
import { backupFolder } from '../backup/backup-folder.ts';
import { backupHeads } from '../backup/backup-heads.ts';
import { keyFileOf } from '../backup/backups.service.ts';
import { CopyError } from '../backup/copy-in-thread.ts';
import { inTurn } from '../backup/in-turn.ts';
import type { Platform } from '../platform.ts';
import { workerFile } from '../worker-file.ts';
import type { CheckAnswer, CheckOutcome, CheckTask, Witness } from './check-message.ts';
import { logCutsIn } from './log-cuts.ts';
import { readNotesHere, withNote, writeNotesHere } from './log-notes.service.ts';
import type { Notes, NotesFile } from './notes-file.ts';

interface Place {
  platform: Platform;
  host: RegisterHost;
}

const DAY_MS = 86_400_000;
/** Marks that were found intact are walked again this often; in between only what came since. */
export const FULL_CHECK_EVERY_MS = 7 * DAY_MS;

const running = new WeakSet<RegisterHost>();

export const isChecking = (host: RegisterHost): boolean => running.has(host);

/** @throws CopyError with SQLite's code */
async function runInThread(task: CheckTask): Promise<CheckOutcome> {
  const worker = new Worker(workerFile('check-worker', import.meta.url), { workerData: task });
  try {
    const [answer] = (await once(worker, 'message')) as [CheckAnswer];
    if (answer.kind === 'failed') throw new CopyError(answer.message, answer.code);
    return answer.outcome;
  } finally {
    await worker.terminate();
  }
}

/** How far the log need not be walked again; null where only a full walk tells. */
function verifiedSoFar({ standing, notes }: NotesFile, now: number): Notes['verified'] {
  const { fullyCheckedAt, finding, verified } = notes;
  if (standing !== 'kept' || finding !== null || fullyCheckedAt === null) return null;
  const age = now - fullyCheckedAt;
  return age >= 0 && age < FULL_CHECK_EVERY_MS ? verified : null;
}

async function witnessesOf(platform: Platform, key: Buffer, { notes }: Notes): Promise<Witness[]> {
  const { folder } = backupFolder(platform);
  try {
    return [...notes, ...(await backupHeads(folder, keyFileOf(platform), key))];
  } catch (error) {
    // The drive with the backups is often not there; what the notes say is compared all the same.
    platform.log.error('The backups could not be compared with', error);
    return notes;
  }
}

function findingOf({ broken }: CheckOutcome, { standing }: NotesFile, now: number): Finding | null {
  if (broken !== null) return { ...broken, foundAt: now };
  if (standing !== 'altered') return null;
  return {
    problem: 'notesAltered',
    deviceId: '',
    seq: 0,
    eventId: '',
    witness: null,
    foundAt: now,
  };
}

function isSameFinding(one: Finding | null, other: Finding | null): boolean {
  const keyOf = (finding: Finding | null) =>
    finding && [finding.problem, finding.deviceId, finding.seq].join();
  return keyOf(one) === keyOf(other);
}

function notesAfter(
  { notes }: NotesFile,
  { isFull, events, heads }: CheckOutcome,
  { finding, now }: { finding: Finding | null; now: number },
): Notes {
  const checked = { ...notes, checkedAt: now, finding };
  if (finding !== null) return { ...checked, verified: null };
  const fullyCheckedAt = isFull ? now : notes.fullyCheckedAt;
  const verified = { events, heads };
  return withNote({ ...checked, fullyCheckedAt, verified }, { at: now, by: 'check', heads });
}

async function check({ platform, host }: Place, isFull: boolean): Promise<void> {
  const { key: lent, db } = host.register();
  const key = Buffer.from(lent);
  const now = platform.now();
  const file = readNotesHere(platform);
  try {
    const outcome = await runInThread({
      database: registerFiles(platform.dataFolder).database,
      key,
      verified: isFull ? null : (verifiedSoFar(file, now)?.heads ?? null),
      witnesses: await witnessesOf(platform, key, file.notes),
      cuts: logCutsIn(db),
    });
    const finding = findingOf(outcome, file, now);
    // Before the notes: where the register was closed meanwhile, the next check finds it anew.
    if (finding !== null && !isSameFinding(finding, file.notes.finding)) {
      const { problem, seq } = finding;
      const detail = { problem, seq };
      recordActivity(host.register().db, {
        at: now,
        kind: 'tamperingFound',
        actorId: null,
        detail,
      });
    }
    writeNotesHere(platform, { ...file, notes: notesAfter(file, outcome, { finding, now }) });
  } finally {
    key.fill(0);
  }
}

/**
 * Checks the log of marks in a thread of its own: the chain from where it was last found intact, or
 * all of it, and whether it holds what notes and backups remember. Backups and restores wait.
 * @throws DomainError NOT_READY, CopyError, storage errors
 */
export function checkLog(place: Place, { isFull }: { isFull: boolean }): Promise<void> {
  return inTurn(place.host, async () => {
    running.add(place.host);
    try {
      await check(place, isFull);
    } finally {
      running.delete(place.host);
    }
  });
}
