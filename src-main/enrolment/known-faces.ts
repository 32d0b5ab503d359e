import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import type { Db } from '../db/database.ts';
import type { Pace } from '../slices.ts';
import { templateCounts, vectorsOf } from './templates.queries.ts';

const { id: modelId, dimension } = DESCRIPTOR_MODEL;

/** Students' templates of the model in use, each student's end to end in one array. */
export type Faces = ReadonlyMap<string, Float32Array>;

/** What has been read of the templates so far: reading all of a school takes a second. */
interface KnownFaces {
  byStudent: Map<string, Float32Array>;
  /** Grows whenever somebody's templates have changed. */
  version: number;
}

const known = new WeakMap<Db, KnownFaces>();

function knownIn(db: Db): KnownFaces {
  const before = known.get(db);
  if (before) return before;
  const fresh = { byStudent: new Map<string, Float32Array>(), version: 0 };
  known.set(db, fresh);
  return fresh;
}

/** @param db the open register itself, not a transaction on it */
export function facesVersion(db: Db): number {
  return knownIn(db).version;
}

/** Call it once a student's templates have changed: they are read anew, and overwritten here. */
export function forgetFace(db: Db, studentId: string): void {
  const faces = knownIn(db);
  faces.byStudent.get(studentId)?.fill(0);
  faces.byStudent.delete(studentId);
  faces.version++;
}

/** The students who have templates and are not known with as many, or with some although they have none. */
function outdated(db: Db, { byStudent }: KnownFaces): string[] {
  const counts = templateCounts(db, modelId);
  for (const studentId of byStudent.keys()) {
    if (!counts.has(studentId)) forgetFace(db, studentId);
  }
  return [...counts].flatMap(([studentId, count]) =>
    byStudent.get(studentId)?.length === count * dimension ? [] : [studentId],
  );
}

/**
 * Everybody's templates, from memory where they have been read before. What it gives is as stored
 * for as long as `facesVersion` stays the same.
 */
export async function everyFace(db: Db, pace: Pace): Promise<{ faces: Faces; version: number }> {
  const faces = knownIn(db);
  for (;;) {
    const missing = outdated(db, faces);
    if (missing.length === 0) return { faces: faces.byStudent, version: faces.version };
    for (const studentId of missing) {
      faces.byStudent.set(studentId, vectorsOf(db, { studentId, modelId }));
      await pace();
    }
  }
}

/** The templates of these students, none for whoever has none. */
export async function facesOf(db: Db, studentIds: readonly string[], pace: Pace): Promise<Faces> {
  const { byStudent } = knownIn(db);
  const found = new Map<string, Float32Array>();
  for (const studentId of studentIds) {
    const vectors = byStudent.get(studentId) ?? vectorsOf(db, { studentId, modelId });
    if (vectors.length === 0) continue;
    byStudent.set(studentId, vectors);
    found.set(studentId, vectors);
    await pace();
  }
  return found;
}
