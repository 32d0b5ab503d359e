import type { GalleryData } from '#shared/contract/register.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery, type Gallery } from '#shared/recognition/gallery.ts';
import type { Db } from '../db/database.ts';
import { lookAlikePairs } from '../enrolment/look-alikes.queries.ts';
import { DomainError } from '../rpc/domain-error.ts';
import { readSchool } from '../settings/settings.queries.ts';
import type { Caller } from './caller.ts';
import { rosterTemplates, schoolTemplates } from './roster.queries.ts';
import { memoryOf } from './session-memory.ts';
import { requireChangeable } from './session-rules.ts';

/** Templates of the model in use as one array, in the order of the rows, and who looks alike. */
export function galleryDataOf(
  db: Db,
  rows: readonly { studentId: string; vector: Float32Array }[],
): GalleryData {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const vectors = new Float32Array(rows.length * dimension);
  for (const [row, { vector }] of rows.entries()) vectors.set(vector, row * dimension);
  const studentIds = rows.map(({ studentId }) => studentId);
  const present = new Set(studentIds);
  const lookAlikes = lookAlikePairs(db, modelId).filter((pair) =>
    pair.every((studentId) => present.has(studentId)),
  );
  return { modelId, dimension, studentIds, vectors, lookAlikes };
}

function readRows(db: Db, sessionId: string): GalleryData {
  const { id } = DESCRIPTOR_MODEL;
  const isWhole = readSchool(db).compareWith === 'school';
  return galleryDataOf(db, isWhole ? schoolTemplates(db, id) : rosterTemplates(db, sessionId, id));
}

/** The faces that a session compares with, read once and kept until they change or the session ends. */
export function sessionGallery(db: Db, sessionId: string): Gallery {
  const memory = memoryOf(db, sessionId);
  memory.gallery ??= buildGallery(readRows(db, sessionId));
  return memory.gallery;
}

/**
 * The faces of an open session for the worker to match against. Templates leave the main process
 * here and for an admin's self-test, and nowhere else.
 * @throws DomainError NOT_FOUND once the session has ended, NOT_OWN_REGISTER or CORRECTION_OVER
 */
export function readGallery(caller: Caller, sessionId: string): GalleryData {
  const { db } = caller;
  const session = requireChangeable(db, caller, sessionId);
  if (session.endedAt !== null) throw new DomainError('NOT_FOUND', { what: 'openSession' });
  return readRows(db, sessionId);
}
