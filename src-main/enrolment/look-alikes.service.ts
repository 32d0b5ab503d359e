import { setTimeout } from 'node:timers/promises';
import type { LookAlikePair } from '#shared/contract/enrolment.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { forgetGalleries } from '../register/faces/session-memory.ts';
import { inSlices, type Pace } from '../slices.ts';
import { compareWithOthers, isUpToDate } from './duplicate-face.service.ts';
import { facesOf } from './known-faces.ts';
import { insertLookAlikes, listLookAlikes, uncomparedStudents } from './look-alikes.queries.ts';
import { requireStudent } from './student-rules.ts';

const modelId = DESCRIPTOR_MODEL.id;

/** The pairs that look alike, those of one student when one is named. @throws DomainError NOT_FOUND */
export function readLookAlikes(
  db: Db,
  { studentId }: { studentId?: string | undefined },
): { pairs: LookAlikePair[]; pending: number } {
  if (studentId !== undefined) requireStudent(db, studentId);
  const pairs = listLookAlikes(db, { modelId, studentId });
  return { pairs, pending: uncomparedStudents(db, modelId).length };
}

/** Between two slices of work that nobody waits for. */
const PAUSE_MS = 10;

/** Compares this student with those whose turn is not still to come. */
async function compareOne(
  db: Db,
  { studentId, waiting, now, pace }: Waiting & { studentId: string },
): Promise<'done' | 'again'> {
  const view = (await facesOf(db, [studentId], pace)).get(studentId);
  if (!view) return 'again';
  const { dimension } = DESCRIPTOR_MODEL;
  const views = Array.from({ length: view.length / dimension }, (_, row) =>
    view.slice(row * dimension, (row + 1) * dimension),
  );
  const resemblance = await compareWithOthers(db, studentId, views, { pace, spared: waiting });
  if (!isUpToDate(db, resemblance)) return 'again';
  const { lookAlikes } = resemblance;
  const foundAt = now();
  inTransaction(db, (tx) => insertLookAlikes(tx, { studentId, modelId, foundAt }, lookAlikes));
  if (lookAlikes.length > 0) forgetGalleries(db);
  return 'done';
}

interface Waiting extends Pick<Platform, 'now'> {
  waiting: Set<string>;
  pace: Pace;
}

async function compareAll(db: Db, now: Platform['now'], pace: Pace): Promise<void> {
  for (;;) {
    const waiting = new Set(uncomparedStudents(db, modelId));
    if (waiting.size === 0) return;
    for (const studentId of waiting) {
      waiting.delete(studentId);
      const outcome = await compareOne(db, { studentId, waiting, now, pace });
      if (outcome === 'again') break;
    }
  }
}

/**
 * Compares the faces that were stored before look-alikes were looked for, in slices between other
 * work, until all are done or the function it returns is called. What is saved meanwhile is
 * compared as it is saved.
 */
export function catchUpLookAlikes(db: Db, { now, log }: Pick<Platform, 'now' | 'log'>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const rest = () => setTimeout(PAUSE_MS, undefined, { signal });
  const work = async () => {
    await rest();
    await compareAll(db, now, inSlices(rest));
  };
  work().catch((error: unknown) => {
    if (!signal.aborted) log.error('Look-alikes could not be looked for', error);
  });
  return () => stop.abort();
}
