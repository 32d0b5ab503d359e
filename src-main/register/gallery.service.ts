import type { GalleryData } from '#shared/contract/register.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { buildGallery, type Gallery } from '#shared/recognition/gallery.ts';
import type { Db } from '../db/database.ts';
import { DomainError } from '../rpc/domain-error.ts';
import type { Caller } from './caller.ts';
import { rosterTemplates } from './roster.queries.ts';
import { memoryOf } from './session-memory.ts';
import { requireSession } from './session-rules.ts';

/** The templates as one array, in the order of the rows. */
function readRows(db: Db, sessionId: string): GalleryData {
  const { id: modelId, dimension } = DESCRIPTOR_MODEL;
  const rows = rosterTemplates(db, sessionId, modelId);
  const vectors = new Float32Array(rows.length * dimension);
  for (const [row, { vector }] of rows.entries()) vectors.set(vector, row * dimension);
  return { modelId, dimension, studentIds: rows.map(({ studentId }) => studentId), vectors };
}

/** The faces of a session's roster, read once and kept until they change or the session ends. */
export function sessionGallery(db: Db, sessionId: string): Gallery {
  const memory = memoryOf(db, sessionId);
  memory.gallery ??= buildGallery(readRows(db, sessionId));
  return memory.gallery;
}

/**
 * The faces of an open session for the worker to match against. Templates leave the main process
 * here and nowhere else.
 * @throws DomainError NOT_FOUND once the session has ended
 */
export function readGallery({ db, account }: Caller, sessionId: string): GalleryData {
  const session = requireSession(db, account, sessionId);
  if (session.endedAt !== null) throw new DomainError('NOT_FOUND', { what: 'openSession' });
  return readRows(db, sessionId);
}
