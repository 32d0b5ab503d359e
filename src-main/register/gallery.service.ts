import type { GalleryData } from '#shared/contract/register.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery, type Gallery } from '#shared/recognition/gallery.ts';
import type { Db } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Caller } from './caller.ts';
import { rosterTemplates } from './roster.queries.ts';
import { memoryOf } from './session-memory.ts';
import { requireSession } from './session-rules.ts';

/** Templates of the model in use as one array, in the order of the rows. */
export function galleryDataOf(
  rows: readonly { studentId: string; vector: Float32Array }[],
): GalleryData {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const vectors = new Float32Array(rows.length * dimension);
  for (const [row, { vector }] of rows.entries()) vectors.set(vector, row * dimension);
  return { modelId, dimension, studentIds: rows.map(({ studentId }) => studentId), vectors };
}

function readRows(db: Db, sessionId: string): GalleryData {
  return galleryDataOf(rosterTemplates(db, sessionId, DESCRIPTOR_MODEL.id));
}

/** The faces of a session's roster, read once and kept until they change or the session ends. */
export function sessionGallery(db: Db, sessionId: string): Gallery {
  const memory = memoryOf(db, sessionId);
  memory.gallery ??= buildGallery(readRows(db, sessionId));
  return memory.gallery;
}

/**
 * The faces of an open session for the worker to match against. Templates leave the main process
 * here and for an admin's self-test, and nowhere else.
 * @throws DomainError NOT_FOUND once the session has ended
 */
export function readGallery({ db, account }: Caller, sessionId: string): GalleryData {
  const session = requireSession(db, account, sessionId);
  if (session.endedAt !== null) throw new DomainError('NOT_FOUND', { what: 'openSession' });
  return readRows(db, sessionId);
}
