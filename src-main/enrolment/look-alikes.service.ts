import type { LookAlikePair } from '#shared/contract/enrolment.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { findLookAlikes } from '#shared/recognition/look-alike.ts';
import { type Db, inTransaction } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import { forgetGalleries } from '../register/session-memory.ts';
import {
  insertLookAlikes,
  listLookAlikes,
  templatesStamp,
  uncomparedStudents,
} from './look-alikes.queries.ts';
import { plainGallery } from './other-faces.ts';
import { requireStudent } from './student-rules.ts';
import { allTemplates } from './templates.queries.ts';

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

/** Between two students, so that whoever waits for the main process is served meanwhile. */
const PAUSE_MS = 10;

/** Everybody's faces as they were at one moment, and who has yet to be compared with them. */
interface Snapshot {
  stamp: string;
  faces: ReturnType<typeof plainGallery>;
  waiting: string[];
}

function takeSnapshot(db: Db): Snapshot {
  return {
    stamp: templatesStamp(db),
    faces: plainGallery(allTemplates(db, modelId)),
    waiting: uncomparedStudents(db, modelId),
  };
}

function compareOne(db: Db, { faces }: Snapshot, studentId: string, foundAt: number): void {
  const place = faces.students.indexOf(studentId);
  const { firstRow, vectors, dimension } = faces;
  const views: Float32Array[] = [];
  for (let row = firstRow[place] as number; row < (firstRow[place + 1] as number); row++) {
    views.push(vectors.subarray(row * dimension, (row + 1) * dimension));
  }
  const found = findLookAlikes(views, faces, DESCRIPTOR_MODEL);
  const others = found.filter((candidate) => candidate.studentId !== studentId);
  inTransaction(db, (tx) => insertLookAlikes(tx, { studentId, modelId, foundAt }, others));
  if (others.length > 0) forgetGalleries(db);
}

/**
 * Compares the faces that were stored before look-alikes were looked for, one student at a time
 * between other work, until all are done or the function it returns is called. What is saved
 * meanwhile is compared as it is saved.
 */
export function catchUpLookAlikes(db: Db, { now, log }: Pick<Platform, 'now' | 'log'>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let snapshot: Snapshot | null = null;
  const step = () => {
    try {
      if (snapshot?.stamp !== templatesStamp(db)) snapshot = takeSnapshot(db);
      const studentId = snapshot.waiting.pop();
      if (studentId === undefined) return;
      compareOne(db, snapshot, studentId, now());
      timer = setTimeout(step, PAUSE_MS);
    } catch (error) {
      log.error('Look-alikes could not be looked for', error);
    }
  };
  if (uncomparedStudents(db, modelId).length > 0) timer = setTimeout(step, PAUSE_MS);
  return () => {
    if (timer) clearTimeout(timer);
  };
}
